"""Permission sets: named once, tagged, bounded, provisioned, and not deleted while somebody has them.

https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html
https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DeletePermissionSet.html
https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutPermissionsBoundaryToPermissionSet.html
https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DescribePermissionSetProvisioningStatus.html
"""

from __future__ import annotations

import uuid
from typing import Any

from ...call import AwsError, Call
from ...rules import after, before, stub
from . import backend


@before("sso-admin", "CreatePermissionSet")
def check_name(call: Call) -> None:
    name = call.params["Name"]
    if any(one.name == name for one in backend.of(call).permission_sets):
        raise AwsError("ConflictException", f"PermissionSet with name {name} already exists.")


@before("sso-admin", "DeletePermissionSet")
def check_unused(call: Call) -> None:
    arn = backend.permission_set(call).permission_set_arn
    if any(one.permission_set_arn == arn for one in backend.of(call).account_assignments):
        raise AwsError("ConflictException", "PermissionSet is in use: delete its account assignments first.")


@after("sso-admin", "DeletePermissionSet")
def forget(call: Call, answer: dict[str, Any]) -> None:
    for kind in ("boundary", "tags"):
        call.kind(kind).pop(call.params["PermissionSetArn"], None)


@stub("sso-admin", "PutPermissionsBoundaryToPermissionSet")
def bound(call: Call) -> None:
    wanted = {name: value for name, value in call.params["PermissionsBoundary"].items() if value}
    if len(wanted) != 1:
        raise AwsError("ValidationException", "Specify either CustomerManagedPolicyReference or ManagedPolicyArn.")
    call.kind("boundary")[backend.permission_set(call).permission_set_arn] = wanted


@stub("sso-admin", "GetPermissionsBoundaryForPermissionSet")
def boundary(call: Call) -> dict[str, Any]:
    found = call.kind("boundary").get(backend.permission_set(call).permission_set_arn)
    if found is None:
        raise AwsError("ResourceNotFoundException", "PermissionsBoundary does not exist for the PermissionSet.")
    return {"PermissionsBoundary": found}


@stub("sso-admin", "DeletePermissionsBoundaryFromPermissionSet")
def unbound(call: Call) -> None:
    call.kind("boundary").pop(backend.permission_set(call).permission_set_arn, None)


@after("sso-admin", "ProvisionPermissionSet")
def provision(call: Call, answer: dict[str, Any]) -> None:
    request = str(uuid.uuid4())
    shown = {"Status": "IN_PROGRESS", "RequestId": request, "PermissionSetArn": call.params["PermissionSetArn"]}
    call.kind("provisioning")[request] = shown
    answer["PermissionSetProvisioningStatus"] = dict(shown)


@stub("sso-admin", "DescribePermissionSetProvisioningStatus")
def provisioning(call: Call) -> dict[str, Any]:
    found = call.kind("provisioning").get(call.params["ProvisionPermissionSetRequestId"])
    if found is None:
        raise AwsError("ResourceNotFoundException", "The provisioning request was not found.")
    shown = dict(found)
    found["Status"] = "SUCCEEDED"
    return {"PermissionSetProvisioningStatus": shown}
