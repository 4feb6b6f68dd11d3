"""A role's update says what changes; moto empties what it does not say.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html
"""

from ...rules import before


@before("iam", "UpdateRole")
def keep_the_rest(call):
    from moto.iam.models import iam_backends

    roles = iam_backends[call.account]["aws"].roles.values()
    role = next((one for one in roles if one.name == call.params["RoleName"]), None)
    if role is None:
        return
    if role.description is not None:
        call.params.setdefault("Description", role.description)
    if role.max_session_duration is not None:
        call.params.setdefault("MaxSessionDuration", int(role.max_session_duration))
