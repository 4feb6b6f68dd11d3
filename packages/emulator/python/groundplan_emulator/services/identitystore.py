"""The users and groups of IAM Identity Center: a group's members, which moto lists and does not describe.

https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_DescribeGroupMembership.html
https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateGroupMembership.html
"""

from __future__ import annotations

from typing import Any

from ..call import AwsError, Call
from ..rules import before, stub


def _store(call: Call) -> Any:
    from moto.identitystore.models import identitystore_backends

    return identitystore_backends[call.account][call.region].identity_stores[call.params["IdentityStoreId"]]


@before("identitystore", "CreateGroupMembership")
def refuse_second(call: Call) -> None:
    params = call.params
    for member in _store(call).group_memberships.values():
        if (member["GroupId"], member["MemberId"]) == (params["GroupId"], params["MemberId"]):
            raise AwsError("ConflictException", "Member and Group relationship already exists.", 409)


@stub("identitystore", "DescribeGroupMembership")
def describe(call: Call) -> dict[str, Any]:
    found = _store(call).group_memberships.get(call.params["MembershipId"])
    if found is None:
        raise AwsError("ResourceNotFoundException", "MEMBERSHIP not found.", 404)
    return dict(found)


@stub("identitystore", "UpdateUser")
def update_user(call: Call) -> dict[str, str]:
    """https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_UpdateUser.html"""
    return _update(call, _store(call).users, "User")


@stub("identitystore", "UpdateGroup")
def update_group(call: Call) -> dict[str, str]:
    """https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_UpdateGroup.html"""
    return _update(call, _store(call).groups, "Group")


def _update(call: Call, kept: dict[str, Any], kind: str) -> dict[str, str]:
    name = call.params[f"{kind}Id"]
    if name not in kept:
        raise AwsError("ResourceNotFoundException", f"{kind.upper()} not found.", 404)
    arn = call.arn(f"{kind.lower()}/{name}", region="", service="identitystore")
    for operation in call.params["Operations"]:
        path = [f"{part[:1].upper()}{part[1:]}" for part in operation["AttributePath"].split(".")]
        kept[name] = _changed(kept[name], path, operation.get("AttributeValue"))
    return {"IdentityStoreId": call.params["IdentityStoreId"], f"{kind}Id": name, f"{kind}Arn": arn, "Revision": "1"}


def _changed(found: Any, path: list[str], value: Any) -> Any:
    first, *rest = path
    if first not in found._fields:
        raise AwsError("ValidationException", f"The attribute {'.'.join(path)} cannot be changed.")
    return found._replace(**{first: _changed(getattr(found, first), rest, value) if rest else value})
