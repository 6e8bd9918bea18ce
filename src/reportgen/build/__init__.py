"""The conductor of a build: the only room that knows the order of the stages."""

from reportgen.build.conductor import TARGETS, Built, Progress, Request, Target, build_project
from reportgen.build.delivery import DeliveryError, LockedError, deliver, locked
from reportgen.build.theme_pictures import SPECIMEN, theme_picture

__all__ = [
    "SPECIMEN", "TARGETS", "Built", "DeliveryError", "LockedError", "Progress", "Request", "Target", "build_project",
    "deliver", "locked", "theme_picture",
]  # fmt: skip
