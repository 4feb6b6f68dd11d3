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
