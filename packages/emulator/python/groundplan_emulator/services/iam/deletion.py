"""What must be taken away before a user, a group or a policy goes; moto looks at some of it.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html
https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html
"""

from ...call import AwsError
from ...rules import before, stub


def _iam(call):
    from moto.iam.models import iam_backends

    return iam_backends[call.account]["aws"]


def _refuse(text):
    raise AwsError("DeleteConflict", text, 409)


@before("iam", "DeleteUser")
def check_user(call):
    iam, name = _iam(call), call.params["UserName"]
    user = iam.users.get(name)
    if user is None:
        return
    held = {
        "login profile": user.password,
        "access keys": user.access_keys,
        "MFA devices": user.mfa_devices,
        "SSH public keys": user.ssh_public_keys,
        "signing certificates": user.signing_certificates,
    }
    for what, found in held.items():
        if found:
            _refuse(f"Cannot delete entity, must delete {what} first.")
    if any(user in group.users for group in iam.groups.values()):
        _refuse("Cannot delete entity, must remove users from group first.")


@before("iam", "DeleteGroup")
def check_group(call):
    group = _iam(call).groups.get(call.params["GroupName"])
    if group is None:
        return
    if group.users:
        _refuse("Cannot delete entity, must remove users from group first.")
    if group.managed_policies:
        _refuse("Cannot delete entity, must detach all policies first.")
    if group.policies:
        _refuse("Cannot delete entity, must delete policies first.")


@before("iam", "DeletePolicy")
def check_policy(call):
    iam, arn = _iam(call), call.params["PolicyArn"]
    policy = iam.managed_policies.get(arn)
    if policy is None:
        return
    if policy.attachment_count or any(arn == one.permissions_boundary_arn for one in iam.roles.values()):
        _refuse("Cannot delete a policy attached to entities.")
    if len(policy.versions) > 1:
        _refuse("This policy has more than one version. Before you delete a policy, you must delete all the policy's versions.")


@stub("iam", "ListServiceSpecificCredentials")
def no_credentials_of_services(call):
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServiceSpecificCredentials.html: none can be made here."""
    return {"ServiceSpecificCredentials": []}
