"""The shape of what a community knows, and of how it is negotiated."""

from .diagnoses import Diagnosis, Rating, Step
from .items import AuditTable, Citation, CitationImport, Item, ItemFile, ItemVersion
from .negotiations import Adaptation, Attached, Judgement, Negotiation
from .plain import EarlierWording, EasyLine, PlainVersion
from .statements import Statement

__all__ = [
    "Adaptation",
    "Attached",
    "AuditTable",
    "Citation",
    "CitationImport",
    "Diagnosis",
    "EarlierWording",
    "EasyLine",
    "Item",
    "ItemFile",
    "ItemVersion",
    "Judgement",
    "Negotiation",
    "PlainVersion",
    "Rating",
    "Statement",
    "Step",
]
