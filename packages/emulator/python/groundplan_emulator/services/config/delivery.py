"""Where AWS Config writes: by its role, or else as the service itself, if bucket and key let it.

https://docs.aws.amazon.com/config/latest/APIReference/API_PutDeliveryChannel.html
https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html
"""

from __future__ import annotations

from typing import Any

from ... import grants, permissions
from ...call import AwsError, Call
from ...rules import before

_SERVICE = "config.amazonaws.com"


@before("config", "PutDeliveryChannel")
def check(call: Call) -> None:
    from moto.s3.models import s3_backends

    channel, recorder = call.params["DeliveryChannel"], _recorder(call)
    name, prefix = channel.get("s3BucketName") or "", channel.get("s3KeyPrefix")
    if recorder is None or not name or prefix == "":
        return  # moto refuses it
    partition, owner = s3_backends.bucket_accounts.get(name, (None, None))
    if owner is None:
        raise AwsError("NoSuchBucketException", f"Cannot find a S3 bucket with name: {name}")
    bucket = s3_backends[owner][partition].buckets[name]
    key = "/".join([*([prefix] if prefix else []), "AWSLogs", call.account, "Config", "ConfigWritabilityCheckFile"])
    by_role = owner == call.account and _role_may(recorder, "s3:PutObject", f"arn:aws:s3:::{name}/{key}")
    if not (by_role or _service_may_write(call, bucket, key)) or not _may_encrypt(call, recorder, channel.get("s3KmsKeyArn")):
        text = (
            f"Insufficient delivery policy to s3 bucket: {name}, unable to write to bucket, provided s3 key prefix is '{prefix or 'null'}'"
        )
        text = f"{text}, provided kms key is '{channel.get('s3KmsKeyArn') or 'null'}'."
        call.refuse(AwsError("InsufficientDeliveryPolicyException", text))


def _recorder(call: Call) -> Any:
    from moto.config.models import config_backends

    return next(iter(config_backends[call.account][call.region].recorders.values()), None)


def _role_may(recorder: Any, action: str, resource: str) -> bool:
    role = permissions.role_of(recorder.role_arn)
    return role is not None and permissions.allowed(recorder.role_arn, action, resource)


def _context(call: Call) -> dict[str, str]:
    return grants.of_account(call.account, call.arn("*"), **{"s3:x-amz-acl": "bucket-owner-full-control"})


def _service_may_write(call: Call, bucket: Any, key: str) -> bool:
    arn = f"arn:aws:s3:::{bucket.name}"
    needed = {"s3:GetBucketAcl": arn, "s3:PutObject": f"{arn}/{key}"}
    requests = (grants.Request(_SERVICE, action, resource, _context(call)) for action, resource in needed.items())
    return all(grants.lets(bucket.policy, request) for request in requests)


def _may_encrypt(call: Call, recorder: Any, arn: str | None) -> bool:
    from moto.kms.models import kms_backends

    if not arn:
        return True
    if arn.count(":") < 5:
        raise AwsError("InvalidS3KmsKeyArnException", f"The arn '{arn}' is not a valid kms key or alias arn.")
    keys = kms_backends[arn.split(":")[4]][arn.split(":")[3]]
    key = keys.keys.get(keys.any_id_to_key_id(arn))
    if key is None or key.key_state != "Enabled":
        return False
    by_role = key.account_id == call.account and _role_may(recorder, "kms:GenerateDataKey", key.arn)
    return by_role or grants.lets(key.policy, grants.Request(_SERVICE, "kms:GenerateDataKey", key.arn, _context(call)))
