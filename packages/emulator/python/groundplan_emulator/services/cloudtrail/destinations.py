"""Where a trail writes: the bucket, the key and the log group must let it.

https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html#API_CreateTrail_Errors
"""

from __future__ import annotations

from ... import permissions, roles
from ...call import AwsError, Call
from ...grants import Request, lets, of_account
from ...rules import before
from .trails import find

_SERVICE = "cloudtrail.amazonaws.com"


@before("cloudtrail", "CreateTrail", "UpdateTrail")
def check(call: Call) -> None:
    params, standing = call.params, find(call, call.params["Name"])
    name = standing.trail_name if standing else params["Name"]
    arn = call.arn(f"trail/{name}")
    bucket = params.get("S3BucketName") or (standing.bucket_name if standing else "")
    prefix = params.get("S3KeyPrefix") or (standing.s3_key_prefix if standing else None)
    _check_bucket(call, arn, bucket, prefix)
    if params.get("KmsKeyId"):
        params["KmsKeyId"] = _usable_key(call, arn, params["KmsKeyId"])
    if params.get("CloudWatchLogsLogGroupArn") or params.get("CloudWatchLogsRoleArn"):
        _check_logs(call, arn)


def _check_bucket(call: Call, arn: str, name: str, prefix: str | None) -> None:
    from moto.s3.models import s3_backends

    partition, owner = s3_backends.bucket_accounts.get(name, (None, None))
    if owner is None:
        return  # moto says that there is none
    policy = s3_backends[owner][partition].buckets[name].policy
    context = of_account(call.account, arn, **{"s3:x-amz-acl": "bucket-owner-full-control", "aws:resourceaccount": owner})
    bucket = f"arn:aws:s3:::{name}"
    key = "/".join([*([prefix.strip("/")] if prefix else []), "AWSLogs", call.account, "CloudTrail", call.region, "log.json.gz"])
    needed = {"s3:GetBucketAcl": bucket, "s3:PutObject": f"{bucket}/{key}"}
    if not all(lets(policy, Request(_SERVICE, action, resource, context)) for action, resource in needed.items()):
        call.refuse(AwsError("InsufficientS3BucketPolicyException", f"Incorrect S3 bucket policy is detected for bucket: {name}"))


def _usable_key(call: Call, arn: str, name: str) -> str:
    from moto.kms.models import kms_backends

    parts = name.split(":")
    account, region = (parts[4], parts[3]) if name.startswith("arn:") else (call.account, call.region)
    keys = kms_backends[account][region]
    try:
        key = keys.keys.get(keys.any_id_to_key_id(name))
    except Exception:  # moto's own way to say that there is none
        key = None
    if key is None:
        raise AwsError("KmsKeyNotFoundException", f"KMS key {name} does not exist.")
    if key.key_state != "Enabled":
        raise AwsError("KmsKeyDisabledException", f"The KMS key {key.arn} is disabled.")
    context = of_account(call.account, arn, **{"kms:encryptioncontext:aws:cloudtrail:arn": arn})
    if not lets(key.policy, Request(_SERVICE, "kms:GenerateDataKey", key.arn, context)):
        text = f"Insufficient permissions to access S3 bucket or KMS key {key.arn}."
        call.refuse(AwsError("InsufficientEncryptionPolicyException", text))
    return str(key.arn)


def _check_logs(call: Call, arn: str) -> None:
    from moto.logs.models import logs_backends

    group, role = call.params.get("CloudWatchLogsLogGroupArn") or "", call.params.get("CloudWatchLogsRoleArn") or ""
    if not group or not role:
        text = "You must specify both the log group's ARN and the role's, or neither."
        raise AwsError("InvalidParameterCombinationException", text)
    parts = group.split(":")
    known = len(parts) >= 7 and parts[6] in logs_backends[parts[4]][parts[3]].groups
    if not known or parts[4] != call.account:
        raise AwsError("InvalidCloudWatchLogsLogGroupArnException", "Access denied. Check the log group's ARN.")
    if roles.refuses(role, _SERVICE, arn):
        text = "Access denied. Check the trust relationships for your role."
        call.refuse(AwsError("InvalidCloudWatchLogsRoleArnException", text))
    stream = f"{':'.join(parts[:7])}:log-stream:{call.account}_CloudTrail_{call.region}"
    if not all(permissions.allowed(role, action, stream) for action in ("logs:CreateLogStream", "logs:PutLogEvents")):
        text = "Access denied. Verify in IAM that the role has adequate permissions."
        call.refuse(AwsError("InvalidCloudWatchLogsLogGroupArnException", text))
