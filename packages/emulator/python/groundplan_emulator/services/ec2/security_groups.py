"""Security groups: names, and those in use.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html
"""

import re

from ...call import AwsError
from ...rules import before
from . import backend

_NAME = re.compile(r"[a-zA-Z0-9 ._\-:/()#,@\[\]+=&;{}!$*]{1,255}")


@before("ec2", "CreateSecurityGroup")
def check_name(call):
    name, description = call.params["GroupName"], call.params.get("Description") or ""
    if name.startswith("sg-"):
        raise AwsError(
            "InvalidParameterValue", f"Value ({name}) for parameter GroupName is invalid. Group names may not be in the format sg-*."
        )
    if name.lower() == "default":
        raise AwsError("InvalidGroup.Reserved", "Cannot use reserved security group name: default")
    for parameter, value in (("GroupName", name), ("GroupDescription", description)):
        if not _NAME.fullmatch(value):
            raise AwsError(
                "InvalidParameterValue",
                f"Value ({value}) for parameter {parameter} is invalid. Character sets beyond ASCII are not supported.",
            )


@before("ec2", "DeleteSecurityGroup")
def refuse_in_use(call):
    name = call.params.get("GroupId")
    group = backend.of(call).get_security_group_from_id(name) if name else None
    if group is None:
        return
    if group.is_default:
        raise AwsError("CannotDelete", f'the specified group: "{name}" name: "default" cannot be deleted by a user')
    if any(name in _groups_of(eni) for eni in backend.interfaces(call)) or _named_by_others(call, name):
        raise AwsError("DependencyViolation", f"resource {name} has a dependent object")


def _groups_of(eni):
    return [group.id for group in eni.group_set or []]


def _named_by_others(call, name):
    """Rules of other groups that name this one; the endpoints' interfaces carry no groups in moto, so they are asked too."""
    groups = [group for of_vpc in backend.of(call).groups.values() for group in of_vpc.values() if group.id != name]
    rules = [rule for group in groups for rule in (*group.ingress_rules, *group.egress_rules)]
    sources = [rule.source_group for rule in rules] + [source for rule in rules for source in getattr(rule, "source_groups", None) or []]
    endpoints = [endpoint for endpoint in backend.of(call).vpc_end_points.values() if endpoint.state != "deleted"]
    return any((source or {}).get("GroupId") == name for source in sources) or any(
        name in (endpoint.security_group_ids or []) for endpoint in endpoints
    )
