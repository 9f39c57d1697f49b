"""The digest by which anybody can tell that a record is as it was written."""

import hashlib
import json
from typing import Any

from mindlines.coproduction.models import DecisionRecord


def canonical(content: dict[str, Any]) -> str:
    """The content as one line of JSON that is the same on every machine: keys in order, no spaces, UTF-8."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(content: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def is_intact(record: DecisionRecord) -> bool:
    return digest(record.content) == record.digest
