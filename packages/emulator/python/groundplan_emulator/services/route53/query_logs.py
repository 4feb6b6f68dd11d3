"""Logs of queries: a group in us-east-1, which must let Route 53 write.

https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateQueryLoggingConfig.html
"""

from ...call import AwsError
from ...documents import names, principals, statements
from ...rules import after, before
from . import backend

_SERVICE = "route53.amazonaws.com"
_REGION = "us-east-1"


@before("route53", "CreateQueryLoggingConfig")
def check_policy(call):
    from moto.logs.models import logs_backends

    zone, group = backend.zone(call, call.params["HostedZoneId"]), call.params["CloudWatchLogsLogGroupArn"]
    if zone.private_zone:
        raise AwsError("InvalidInput", "Query logging is not supported for private hosted zones.")
    if f":{_REGION}:" not in group:
        raise AwsError("InvalidInput", f"The log group must be in region {_REGION}.")
    policies = logs_backends[call.account][_REGION].resource_policies.values()
    found = [statement for policy in policies for statement in statements(policy.policy_document)]
    if not any(_lets_write(statement, group.removesuffix(":*")) for statement in found):
        text = "The resource policy that you're using for Route 53 query logging doesn't grant Route 53 sufficient permission"
        text = f"{text} to create a log stream in the specified log group."
        call.refuse(AwsError("InsufficientCloudWatchLogsResourcePolicy", text))


@before("route53", "CreateQueryLoggingConfig")
def name_streams(call):
    """AWS takes the group with and without its streams, moto with them alone."""
    given = call.notes["group"] = call.params["CloudWatchLogsLogGroupArn"]
    call.params["CloudWatchLogsLogGroupArn"] = given.removesuffix(":*") + ":*"


@after("route53", "CreateQueryLoggingConfig")
def show_as_given(call, answer):
    config = answer["QueryLoggingConfig"]
    config["CloudWatchLogsLogGroupArn"] = call.notes["group"]
    backend.of(call).query_logging_configs[config["Id"]].cloud_watch_logs_log_group_arn = call.notes["group"]


def _lets_write(statement, group):
    return (
        statement.get("Effect") == "Allow"
        and _SERVICE in principals(statement, "Service")
        and all(names(statement, "Action", f"logs:{action}") for action in ("CreateLogStream", "PutLogEvents"))
        and any(names(statement, "Resource", resource) for resource in (group, f"{group}:*", f"{group}:log-stream:x"))
    )
