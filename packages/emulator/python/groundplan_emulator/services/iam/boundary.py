"""Permissions boundaries: policies that stand, and those of users, which moto does not keep.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPermissionsBoundary.html
https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPermissionsBoundary.html
https://docs.aws.amazon.com/IAM/latest/APIReference/API_User.html
"""

from ...call import AwsError
from ...rules import after, before, stub


def _iam(call):
    from moto.iam.models import iam_backends

    return iam_backends[call.account]["aws"]


@before("iam", "CreateRole", "CreateUser", "PutRolePermissionsBoundary", "PutUserPermissionsBoundary")
def check_boundary(call):
    arn = call.params.get("PermissionsBoundary")
    if arn is not None and arn not in _iam(call).managed_policies:
        raise AwsError("NoSuchEntity", f"Scope ARN: {arn} does not exist or is not attachable.", 404)


@before("iam", "DeletePolicy")
def check_unbound(call):
    if call.params["PolicyArn"] in call.kind("user boundaries").values():
        raise AwsError("DeleteConflict", "Cannot delete a policy attached to entities.", 409)


@stub("iam", "PutUserPermissionsBoundary")
def put(call):
    call.kind("user boundaries")[_user(call)] = call.params["PermissionsBoundary"]
    return {}


@stub("iam", "DeleteUserPermissionsBoundary")
def delete(call):
    if call.kind("user boundaries").pop(_user(call), None) is None:
        name = call.params["UserName"]
        raise AwsError("NoSuchEntity", f"The user with name {name} does not have a permissions boundary.", 404)
    return {}


def _user(call):
    name = call.params["UserName"]
    if name not in _iam(call).users:
        raise AwsError("NoSuchEntity", f"The user with name {name} cannot be found.", 404)
    return name


@after("iam", "CreateUser")
def keep(call, answer):
    arn = call.params.get("PermissionsBoundary")
    if arn is not None:
        call.kind("user boundaries")[call.params["UserName"]] = arn
    _tell(call, answer)


@after("iam", "GetUser", "UpdateUser")
def tell(call, answer):
    name = call.params.get("UserName")
    renamed = call.params.get("NewUserName")
    if renamed is not None and name in call.kind("user boundaries"):
        call.kind("user boundaries")[renamed] = call.kind("user boundaries").pop(name)
    _tell(call, answer)


@after("iam", "DeleteUser")
def forget(call, _answer):
    call.kind("user boundaries").pop(call.params["UserName"], None)


def _tell(call, answer):
    user = answer.get("User", {})
    arn = call.kind("user boundaries").get(user.get("UserName"))
    if arn is not None:
        user["PermissionsBoundary"] = {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": arn}
