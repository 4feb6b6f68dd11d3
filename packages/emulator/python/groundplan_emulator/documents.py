"""Policy documents, as far as refusals must read them."""

from __future__ import annotations

import fnmatch
import json
from typing import Any


def statements(document: str | bytes) -> list[dict[str, Any]]:
    """Empty where the document is no JSON or has none."""
    try:
        parsed = json.loads(document)
    except ValueError:
        return []
    found = parsed.get("Statement", []) if isinstance(parsed, dict) else []
    return [found] if isinstance(found, dict) else [statement for statement in found if isinstance(statement, dict)]


def listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def names(statement: dict[str, Any], element: str, value: str) -> bool:
    """Whether Action or Resource holds the value, wildcards counted; case does not matter in actions."""
    lower = str.lower if element == "Action" else str
    return any(fnmatch.fnmatchcase(lower(value), lower(str(pattern))) for pattern in listed(statement.get(element)))


def principals(statement: dict[str, Any], kind: str) -> list[str]:
    """Those of a kind, AWS or Service; "*" stands for all."""
    principal = statement.get("Principal")
    if principal == "*":
        return ["*"]
    return [str(value) for value in listed((principal or {}).get(kind))] if isinstance(principal, dict) else []
