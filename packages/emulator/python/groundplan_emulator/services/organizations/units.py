"""Organizational units: a name stands once beneath a parent, and what is not empty stays.

https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateOrganizationalUnit.html
https://docs.aws.amazon.com/organizations/latest/APIReference/API_DeleteOrganizationalUnit.html
https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html (five levels beneath the root)
"""

from __future__ import annotations

from ...call import AwsError, Call
from ...rules import before
from . import backend

_LEVELS = 5


@before("organizations", "CreateOrganizationalUnit")
def check_new(call: Call) -> None:
    parent, units = call.params["ParentId"], backend.of(call).ou
    if backend.target(call, parent) is None:
        raise AwsError("ParentNotFoundException", "You specified parent that doesn't exist.")
    if any(unit.parent_id == parent and unit.name == call.params["Name"] for unit in units):
        raise AwsError("DuplicateOrganizationalUnitException", "An OU with the same name already exists.")
    if _level(call, parent) >= _LEVELS:
        raise backend.violates("OU_DEPTH_LIMIT_EXCEEDED", f"You have reached the depth of {_LEVELS} levels of OUs.")


def _level(call: Call, name: str) -> int:
    unit = backend.target(call, name)
    return 0 if unit is None or unit.type == "ROOT" else 1 + _level(call, unit.parent_id)


@before("organizations", "DeleteOrganizationalUnit")
def check_empty(call: Call) -> None:
    name, organization = call.params["OrganizationalUnitId"], backend.of(call)
    if any(one.parent_id == name for one in (*organization.ou, *organization.accounts)):
        raise AwsError("OrganizationalUnitNotEmptyException", "The specified OU is not empty. Move all accounts and OUs out of it first.")
    unit = backend.target(call, name)
    for policy in list(unit.attached_policies) if unit is not None else []:
        policy.attachments.remove(unit)


@before("organizations", "DeleteOrganization")
def check_organization(call: Call) -> None:
    organization = backend.of(call)
    if any(unit.type != "ROOT" for unit in organization.ou) or any(not policy.aws_managed for policy in organization.policies):
        raise AwsError(
            "OrganizationNotEmptyException", "To delete an organization you must first remove all member accounts, OUs and policies."
        )
