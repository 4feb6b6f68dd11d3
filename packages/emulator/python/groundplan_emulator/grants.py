"""Whether a resource's policy lets an AWS service act: the policy evaluated for one request, denials first.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
"""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass, field
from typing import Any

from .documents import listed, names, principals, statements


@dataclass(frozen=True)
class Request:
    """What a service is about to do; `context` holds condition keys in lower case."""

    service: str
    action: str
    resource: str
    context: dict[str, str] = field(default_factory=dict)


def lets(document: str | bytes | None, request: Request) -> bool:
    found = [statement for statement in statements(document or b"") if _is_about(statement, request)]
    effects = {statement.get("Effect") for statement in found if _holds(statement, request.context)}
    return "Allow" in effects and "Deny" not in effects


def of_account(account: str, source_arn: str, **more: str) -> dict[str, str]:
    """The keys that a service sends when it acts for an account's resource."""
    return {
        "aws:sourceaccount": account,
        "aws:sourcearn": source_arn,
        "aws:securetransport": "true",
        "aws:principalisawsservice": "true",
        **more,
    }


def _is_about(statement: dict[str, Any], request: Request) -> bool:
    who = principals(statement, "Service") + [name for name in principals(statement, "AWS") if name == "*"]
    if not any(name in ("*", request.service) for name in who):
        return False
    if "NotAction" in statement:
        acts = not names({"Action": statement["NotAction"]}, "Action", request.action)
    else:
        acts = names(statement, "Action", request.action)
    return acts and names(statement, "Resource", request.resource)


def _holds(statement: dict[str, Any], context: dict[str, str]) -> bool:
    return all(
        _compares(operator, context.get(key.lower()), [str(value) for value in listed(values)])
        for operator, conditions in (statement.get("Condition") or {}).items()
        for key, values in conditions.items()
    )


def _compares(operator: str, found: str | None, wanted: list[str]) -> bool:
    base = operator.rpartition(":")[2]
    optional, base = base.endswith("IfExists"), base.removesuffix("IfExists")
    if base == "Null":
        return (found is None) == (wanted == ["true"] or wanted == ["True"])
    negated = "Not" in base
    if found is None:
        return negated or optional
    return negated != any(_matches(base, found, value) for value in wanted)


def _matches(operator: str, found: str, wanted: str) -> bool:
    if operator == "Bool" or "IgnoreCase" in operator:
        return found.lower() == wanted.lower()
    if operator.endswith("Like") or operator.startswith("Arn"):
        return fnmatch.fnmatchcase(found, wanted)
    return found == wanted
