"""KMS: keys on their way out, and policies that would lock everyone out.

https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html
https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html (BypassPolicyLockoutSafetyCheck)
https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html
"""

from ..call import AwsError
from ..documents import names, principals, statements
from ..rules import after, before

_SHORTEST_DAYS, _LONGEST_DAYS = 7, 30

#: operations that need an enabled key, by the parameter that names it
_NEED_ENABLED = {
    "CreateAlias": "TargetKeyId",
    "CreateGrant": "KeyId",
    "Decrypt": "KeyId",
    "DisableKeyRotation": "KeyId",
    "EnableKeyRotation": "KeyId",
    "Encrypt": "KeyId",
    "GenerateDataKey": "KeyId",
    "GenerateDataKeyWithoutPlaintext": "KeyId",
    "UpdateAlias": "TargetKeyId",
}


@before("kms", "CreateGrant", "ListGrants", "RevokeGrant", "RetireGrant")
def check_key_of_grants(call):
    name = call.params.get("KeyId")
    if name and find(call, name) is None:
        raise AwsError("NotFoundException", f"Key '{name}' does not exist")


@before("kms", "ScheduleKeyDeletion")
def check_window(call):
    days = call.params.get("PendingWindowInDays")
    if days is not None and not _SHORTEST_DAYS <= days <= _LONGEST_DAYS:
        text = f"PendingWindowInDays must be between {_SHORTEST_DAYS} and {_LONGEST_DAYS}, inclusive"
        raise AwsError("ValidationException", text)


@before("kms", *_NEED_ENABLED)
def refuse_pending_deletion(call):
    key = find(call, call.params.get(_NEED_ENABLED[call.operation]) or "")
    if key is not None and key.key_state == "PendingDeletion":
        raise AwsError("KMSInvalidStateException", f"{key.arn} is pending deletion.")


@before("kms", "CreateAlias")
def check_alias(call):
    if call.params["AliasName"].startswith("alias/aws/"):
        raise AwsError("NotAuthorizedException", "The alias name must not begin with alias/aws/.")


@before("kms", "CreateKey", "PutKeyPolicy")
def refuse_lockout(call):
    policy = call.params.get("Policy")
    if policy is None or call.params.get("BypassPolicyLockoutSafetyCheck"):
        return
    account = {"*", call.account, f"arn:aws:iam::{call.account}:root"}
    for statement in statements(policy):
        allowed = principals(statement, "AWS")
        held = any(
            who in account or who.startswith(f"arn:aws:iam::{call.account}:") or f"::{call.account}:assumed-role/" in who for who in allowed
        )
        if statement.get("Effect") == "Allow" and held and names(statement, "Action", "kms:PutKeyPolicy"):
            return
    text = "The new key policy will not allow you to update the key policy in the future."
    raise AwsError("MalformedPolicyDocumentException", text)


def find(call, name):
    """The key that an id, an ARN or an alias names, in the call's region; none where there is none. Another account's has an ARN."""
    from moto.kms.models import kms_backends

    parts = name.split(":")
    region, account = (parts[3], parts[4]) if name.startswith("arn:") and len(parts) > 5 else (call.region, call.account)
    if region != call.region:
        return None
    backend = kms_backends[account][region]
    try:
        return backend.keys.get(backend.any_id_to_key_id(name))
    except Exception:  # moto's own way to say that there is none
        return None


@after("kms", "ReplicateKey")
def give_replica_its_own(call, answer):
    """Policy, description and tags are each key's own.

    https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html
    """
    from moto.kms.models import kms_backends

    params, there = call.params, kms_backends[call.account][call.params["ReplicaRegion"]]
    replica = there.keys[params["KeyId"].split("/")[-1]]
    replica.description = params.get("Description") or ""
    replica.policy = params.get("Policy") or replica.generate_default_policy()
    if params.get("Tags"):
        there.tag_resource(replica.id, params["Tags"])
    answer["ReplicaTags"] = params.get("Tags") or []


@after("kms", "EnableKeyRotation")
def remember_rotation_period(call, answer):
    """https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html: 365 days if nothing is said."""
    key = find(call, call.params["KeyId"])
    call.kind("rotation")[key.id] = call.params.get("RotationPeriodInDays") or 365


@after("kms", "GetKeyRotationStatus")
def show_rotation_period(call, answer):
    key = find(call, call.params["KeyId"])
    if answer.get("KeyRotationEnabled"):
        answer["RotationPeriodInDays"] = call.kind("rotation").get(key.id, 365)
