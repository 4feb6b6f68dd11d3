"""Logs of a list: where they may go.

https://docs.aws.amazon.com/waf/latest/APIReference/API_LoggingConfiguration.html
https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html
"""

import re

from ...call import AwsError
from ...rules import before
from . import backend

_DESTINATION = re.compile(
    r"arn:[^:]+:(logs:[^:]+:\d+:log-group:aws-waf-logs-[^:]+(:\*)?|firehose:[^:]+:\d+:deliverystream/aws-waf-logs-.+|s3:::aws-waf-logs-.+)"
)
_MOST_REDACTED = 100


@before("wafv2", "PutLoggingConfiguration")
def check(call):
    config = call.params["LoggingConfiguration"]
    destinations, acl = config["LogDestinationConfigs"], config["ResourceArn"]
    if acl not in backend.of(call, backend.scope_of(acl)).wacls:
        raise backend.missing(acl)
    if len(destinations) != 1:
        raise backend.invalid("Exactly one destination can be specified.", "LOG_DESTINATION", str(len(destinations)))
    if not _DESTINATION.fullmatch(destinations[0]):
        text = "The ARN isn't valid. A valid ARN begins with arn: and includes other information separated by colons or slashes."
        raise backend.invalid(text, "LOG_DESTINATION", destinations[0])
    if len(config.get("RedactedFields") or []) > _MOST_REDACTED:
        raise backend.invalid("Too many fields are redacted.", "REDACTED_FIELDS", str(len(config["RedactedFields"])))
    if ":logs:" in destinations[0]:
        _check_group(call, acl, destinations[0])


def _check_group(call, acl, arn):
    from moto.logs.models import logs_backends

    _, _, _, region, account, _, group = arn.removesuffix(":*").split(":", 6)
    home = backend.EDGE_REGION if backend.scope_of(acl) == "CLOUDFRONT" else call.region
    if region != home or account != call.account:
        raise backend.invalid("The log group must be in the web ACL's account and region.", "LOG_DESTINATION", arn)
    if group not in logs_backends[account][region].groups:
        raise AwsError("WAFLogDestinationPermissionIssueException", f"The log group {group} does not exist, or may not be written.")
