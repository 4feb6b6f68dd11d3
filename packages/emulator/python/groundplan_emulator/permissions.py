"""What a role may do by its own policies, for services that look before they take it.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

from __future__ import annotations

from typing import Any

from .documents import names, statements
from .locks import LOCKS


def allowed(role_arn: str, action: str, resource: str) -> bool:
    """By its policies and its boundary; of a role that does not stand in the emulator nothing is said. Conditions are taken to hold in
    what allows, and not to in what denies."""
    role = role_of(role_arn)
    if role is None:
        return True
    own = [*role.policies.values(), *map(_document, role.managed_policies.values())]
    return _lets(own, action, resource) and (not role.permissions_boundary_arn or _lets(_boundary(role), action, resource))


def role_of(arn: str) -> Any:
    """None where no such role stands."""
    from moto.iam.models import iam_backends

    account = arn.split(":")[4] if arn.count(":") >= 5 else ""
    with LOCKS["iam"]:
        roles = list(iam_backends[account]["aws"].roles.values()) if account.isdigit() else []
    return next((role for role in roles if role.arn == arn), None)


def _boundary(role: Any) -> list[str]:
    from moto.iam.models import iam_backends

    policy = iam_backends[role.arn.split(":")[4]]["aws"].managed_policies.get(role.permissions_boundary_arn)
    return [_document(policy)] if policy is not None else []


def _document(policy: Any) -> str:
    return next(str(version.document) for version in policy.versions if version.version_id == policy.default_version_id)


def _lets(documents: list[str], action: str, resource: str) -> bool:
    found = [statement for document in documents for statement in statements(document) if _is_about(statement, action, resource)]
    denied = any(statement.get("Effect") == "Deny" and not statement.get("Condition") for statement in found)
    return not denied and any(statement.get("Effect") == "Allow" for statement in found)


def _is_about(statement: dict[str, Any], action: str, resource: str) -> bool:
    if "NotAction" in statement:
        acts = not names({"Action": statement["NotAction"]}, "Action", action)
    else:
        acts = names(statement, "Action", action)
    return acts and names(statement, "Resource", resource)
