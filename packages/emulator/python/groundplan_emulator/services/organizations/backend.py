"""moto's organization of the calling account."""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call


def of(call: Call) -> Any:
    from moto.organizations.models import organizations_backends

    found = organizations_backends[call.account]["aws"]
    if found.org is None:
        raise AwsError("AWSOrganizationsNotInUseException", "Your account is not a member of an organization.")
    return found


def target(call: Call, name: str) -> Any:
    """A root, a unit or an account; none where there is none."""
    backend = of(call)
    return next((one for one in (*backend.ou, *backend.accounts) if one.id == name), None)


def violates(reason: str, text: str) -> AwsError:
    """https://docs.aws.amazon.com/organizations/latest/APIReference/API_ConstraintViolationException.html"""
    return AwsError("ConstraintViolationException", f"{text} ({reason})")
