"""What is on the pages, measured, and what of it a printer would send back."""

from reportgen.press.preflight.facts import FontFact, PageFacts, Picture, Report, SpaceFact
from reportgen.press.preflight.judging import Limits, judge
from reportgen.press.preflight.looking import look

__all__ = ["FontFact", "Limits", "PageFacts", "Picture", "Report", "SpaceFact", "judge", "look"]
