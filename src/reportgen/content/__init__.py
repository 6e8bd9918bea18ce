"""Plain YAML values into the model's own types, every fault at its place; the JSON Schema of the same types."""

from reportgen.content.editions import Choice, edition_names
from reportgen.content.offered import Offer, Offered, offered_themes
from reportgen.content.project import Dress, Loaded, load_project, place_of, places_of_characters
from reportgen.content.reference import reference
from reportgen.content.schema import SCHEMA_KINDS, schema
from reportgen.content.themes import is_theme_file

__all__ = [
    "SCHEMA_KINDS",
    "Choice",
    "Dress",
    "Loaded",
    "Offer",
    "Offered",
    "edition_names",
    "is_theme_file",
    "load_project",
    "offered_themes",
    "place_of",
    "places_of_characters",
    "reference",
    "schema",
]
