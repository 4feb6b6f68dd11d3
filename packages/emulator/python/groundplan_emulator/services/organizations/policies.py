"""Policies of an organization: their length and form, and where they are attached.

https://docs.aws.amazon.com/organizations/latest/APIReference/API_AttachPolicy.html
https://docs.aws.amazon.com/organizations/latest/APIReference/API_DetachPolicy.html
https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
"""

from __future__ import annotations

import json
from typing import Any

from ...call import AwsError, Call
from ...rules import before
from . import backend

#: characters of a policy, and how many of a type may be attached to one target
_LENGTHS = {"SERVICE_CONTROL_POLICY": 5120, "RESOURCE_CONTROL_POLICY": 5120, "AISERVICES_OPT_OUT_POLICY": 2500}
_LENGTH, _ATTACHED = 10000, {"SERVICE_CONTROL_POLICY": 5, "RESOURCE_CONTROL_POLICY": 5, "AISERVICES_OPT_OUT_POLICY": 5}
_LIMIT = 10
#: types of which a target keeps at least one
_NEVER_NONE = ("SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY")


@before("organizations", "CreatePolicy", "UpdatePolicy")
def check_content(call: Call) -> None:
    content = call.params.get("Content")
    kind = call.params.get("Type") or _policy(call).type
    if content is None:
        return
    if len(content) > _LENGTHS.get(kind, _LENGTH):
        text = f"You have exceeded the maximum policy size of {_LENGTHS.get(kind, _LENGTH)} characters."
        raise backend.violates("POLICY_CONTENT_LIMIT_EXCEEDED", text)
    if not _is_object(content):
        raise AwsError("MalformedPolicyDocumentException", "The provided policy document does not meet the requirements of its type.")


def _is_object(content: str) -> bool:
    try:
        return bool(json.loads(content)) and isinstance(json.loads(content), dict)
    except ValueError:
        return False


def _policy(call: Call) -> Any:
    found = next((one for one in backend.of(call).policies if one.id == call.params["PolicyId"]), None)
    if found is None:
        raise AwsError("PolicyNotFoundException", "We can't find a policy with the PolicyId that you specified.")
    return found


def _of_type(target: Any, kind: str) -> list[Any]:
    return [policy for policy in target.attached_policies if policy.type == kind]


@before("organizations", "AttachPolicy")
def check_attachment(call: Call) -> None:
    policy, target = _policy(call), backend.target(call, call.params["TargetId"])
    root = next(unit for unit in backend.of(call).ou if unit.type == "ROOT")
    if all(kind["Type"] != policy.type for kind in root.policy_types):
        raise AwsError("PolicyTypeNotEnabledException", "This operation can be performed only for enabled policy types.")
    if target is None:
        return
    if policy in target.attached_policies:
        raise AwsError("DuplicatePolicyAttachmentException", "The selected policy is already attached to the specified target.")
    limit = _ATTACHED.get(policy.type, _LIMIT)
    if len(_of_type(target, policy.type)) >= limit:
        text = f"You have reached the limit of {limit} policies of the type {policy.type} for one target."
        raise backend.violates("MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", text)


@before("organizations", "DetachPolicy")
def check_detachment(call: Call) -> None:
    policy, target = _policy(call), backend.target(call, call.params["TargetId"])
    if target is None:
        return
    if policy not in target.attached_policies:
        raise AwsError("PolicyNotAttachedException", "The policy isn't attached to the specified target in the specified root.")
    if policy.type in _NEVER_NONE and len(_of_type(target, policy.type)) == 1:
        text = f"You cannot remove the last policy of the type {policy.type} from a target."
        raise backend.violates("MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", text)
