"""Log groups: retention, and keys that the service may not use.

https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
"""

import fnmatch

from ...call import AwsError
from ...documents import listed, names, principals, statements
from ...rules import before
from .. import kms

_RETENTION_DAYS = frozenset({1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653})
_CONTEXT = "kms:EncryptionContext:aws:logs:arn"


@before("logs", "PutRetentionPolicy")
def check_retention(call):
    if call.params["retentionInDays"] not in _RETENTION_DAYS:
        text = (
            f"Value '{call.params['retentionInDays']}' at 'retentionInDays' failed to satisfy constraint: one of {sorted(_RETENTION_DAYS)}"
        )
        raise AwsError("InvalidParameterException", text)


@before("logs", "CreateLogGroup", "AssociateKmsKey")
def check_key(call):
    name = call.params.get("kmsKeyId")
    if not name:
        return
    group = call.arn(f"log-group:{call.params.get('logGroupName')}")
    key = kms.find(call, name)
    if (
        key is None
        or key.key_state != "Enabled"
        or not any(_lets_use(statement, call.region, group) for statement in statements(key.policy))
    ):
        text = f"The specified KMS key does not exist or is not allowed to be used with Arn '{group}'"
        call.refuse(AwsError("AccessDeniedException", text))


def _lets_use(statement, region, group):
    service = f"logs.{region}.amazonaws.com"
    given = principals(statement, "Service") + (["*"] if principals(statement, "AWS") == ["*"] else [])
    if statement.get("Effect") != "Allow" or not any(who in (service, "logs.amazonaws.com", "*") for who in given):
        return False
    return names(statement, "Action", "kms:GenerateDataKey") and all(_holds(condition, group) for condition in _contexts(statement))


def _contexts(statement):
    for operator, conditions in (statement.get("Condition") or {}).items():
        for key, values in conditions.items():
            if key.lower() == _CONTEXT.lower():
                yield operator, listed(values)


def _holds(condition, group):
    operator, patterns = condition
    if "Like" in operator or operator.startswith("Arn"):
        return any(fnmatch.fnmatchcase(group, pattern) for pattern in patterns)
    return group in patterns
