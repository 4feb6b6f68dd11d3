"""Assignments: of a permission set that stands, to a user or group that stands, in an account of the organization.

https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html
"""

from __future__ import annotations

from ...call import AwsError, Call
from ...rules import before
from . import backend


@before("sso-admin", "CreateAccountAssignment")
def check(call: Call) -> None:
    from moto.organizations.models import organizations_backends

    backend.permission_set(call)
    params = call.params
    accounts = [account.id for account in organizations_backends[call.account]["aws"].accounts]
    if accounts and params["TargetId"] not in accounts:
        raise AwsError("ResourceNotFoundException", f"The account {params['TargetId']} is not in the organization.")
    if not _stands(call):
        raise AwsError("ResourceNotFoundException", f"{params['PrincipalType']} with id {params['PrincipalId']} does not exist.")


def _stands(call: Call) -> bool:
    from moto.identitystore.models import identitystore_backends

    stores = [
        identitystore_backends[call.account][call.region].identity_stores[one.identity_store_id] for one in backend.of(call).instances
    ]
    kept = [store.users if call.params["PrincipalType"] == "USER" else store.groups for store in stores]
    return any(call.params["PrincipalId"] in principals for principals in kept)
