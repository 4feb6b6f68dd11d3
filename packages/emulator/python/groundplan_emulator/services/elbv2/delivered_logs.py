"""Logs that a load balancer delivers to a bucket, which must let it, and where it leaves a file to try.

https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-connection-logging.html
"""

import fnmatch

from ...call import AwsError
from ...documents import listed, names, principals, statements
from ...locks import LOCKS

#: by the file that is left in the bucket as soon as logs of the kind are enabled
KINDS = {"access_logs": "ELBAccessLogTestFile", "connection_logs": "ConnectionLogTestFile"}

_SERVICE = "logdelivery.elasticloadbalancing.amazonaws.com"
_NETWORK_SERVICE = "delivery.logs.amazonaws.com"


def check(call, balancer, kind, wanted):
    if wanted.get(f"{kind}.s3.enabled") != "true":
        return
    name, prefix = wanted.get(f"{kind}.s3.bucket") or "", (wanted.get(f"{kind}.s3.prefix") or "").strip("/")
    if not name:
        raise AwsError("InvalidConfigurationRequest", "The bucket name must be specified when logging is enabled")
    if "AWSLogs" in prefix:
        raise AwsError("InvalidConfigurationRequest", "The prefix cannot include 'AWSLogs'")
    bucket = _bucket(name)
    if bucket is None or bucket.region_name != call.region:
        raise AwsError("InvalidConfigurationRequest", f"S3 bucket '{name}' does not exist in region '{call.region}'")
    key = "/".join([*filter(None, [prefix]), "AWSLogs", call.account, KINDS[kind]])
    if not _may_be_written(call, balancer, bucket, key) or _algorithm(bucket) not in ("", "AES256"):
        call.refuse(AwsError("InvalidConfigurationRequest", f"Access Denied for bucket: {name}. Please check S3bucket permission"))
    _leave_file(bucket, key)


def _bucket(name):
    from moto.s3.models import s3_backends

    partition, account = s3_backends.bucket_accounts.get(name, (None, None))
    return None if account is None else s3_backends[account][partition].buckets.get(name)


def _algorithm(bucket):
    """Of its default encryption: that by a key of KMS is not supported for an application load balancer's logs."""
    rules = listed((bucket.encryption or {}).get("Rule"))
    return next((rule.get("ApplyServerSideEncryptionByDefault", {}).get("SSEAlgorithm", "") for rule in rules), "")


def _may_be_written(call, balancer, bucket, key):
    target = f"arn:aws:s3:::{bucket.name}/{key}"
    for statement in statements(bucket.policy or b""):
        service = _SERVICE if balancer.type == "application" else _NETWORK_SERVICE
        if (
            statement.get("Effect") == "Allow"
            and service in principals(statement, "Service")
            and names(statement, "Action", "s3:PutObject")
            and names(statement, "Resource", target)
            and all(_holds(call, balancer, *condition) for condition in _conditions(statement))
        ):
            return True
    return False


def _conditions(statement):
    for operator, keys in (statement.get("Condition") or {}).items():
        for key, values in keys.items():
            yield operator, key.lower(), listed(values)


def _holds(call, balancer, operator, key, values):
    """Those on where the logs come from; any other is taken to hold."""
    found = {"aws:sourceaccount": call.account, "aws:sourcearn": balancer.arn}.get(key)
    if found is None or not operator.startswith(("StringEquals", "StringLike", "Arn")):
        return True
    return any(fnmatch.fnmatchcase(found, str(value)) for value in values)


def _leave_file(bucket, key):
    from moto.s3.models import s3_backends

    with LOCKS["s3"]:
        s3_backends[bucket.account_id]["aws"].put_object(bucket.name, key, b"Enable logs: test file\n")
