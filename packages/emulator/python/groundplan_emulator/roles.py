"""Whether a service may assume a role: a look at the role's trust policy.

https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
"""

from __future__ import annotations

import fnmatch
from typing import Any

from .documents import listed, names, principals, statements
from .locks import LOCKS


def refuses(role_arn: str, service: str, source_arn: str) -> bool:
    """Whether a role that stands in the emulator does not let `service` act for `source_arn`.

    Of a role that does not stand there nothing is said: tests name roles that nobody made.
    """
    document = _trust(role_arn)
    return document is not None and not any(_lets(statement, service, source_arn) for statement in statements(document))


def _trust(role_arn: str) -> str | None:
    from moto.iam.models import iam_backends

    account = role_arn.split(":")[4] if role_arn.count(":") >= 5 else ""
    with LOCKS["iam"]:
        roles = list(iam_backends[account]["aws"].roles.values()) if account.isdigit() else []
    return next((role.assume_role_policy_document for role in roles if role.arn == role_arn), None)


def _lets(statement: dict[str, Any], service: str, source_arn: str) -> bool:
    allowed = statement.get("Effect") == "Allow" and service in principals(statement, "Service")
    return allowed and names(statement, "Action", "sts:AssumeRole") and _holds(statement, source_arn)


def _holds(statement: dict[str, Any], source_arn: str) -> bool:
    """The two keys that AWS's services send; a condition on another never holds, for it is not in the request."""
    sent = {"aws:sourcearn": source_arn, "aws:sourceaccount": source_arn.split(":")[4]}
    for operator, conditions in (statement.get("Condition") or {}).items():
        for key, patterns in conditions.items():
            value = sent.get(key.lower())
            if value is None or not any(_matches(operator, value, str(pattern)) for pattern in listed(patterns)):
                return False
    return True


def _matches(operator: str, value: str, pattern: str) -> bool:
    return fnmatch.fnmatchcase(value, pattern) if "Like" in operator or operator.startswith("Arn") else value == pattern
