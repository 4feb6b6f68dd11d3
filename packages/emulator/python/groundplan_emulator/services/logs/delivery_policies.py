"""Policies that let logs in: a bucket's, and that of another account's destination.

Where a bucket's does not, AWS adds the statement itself, and Terraform finds a policy not its own.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliveryDestinationPolicy.html
"""

from __future__ import annotations

import fnmatch
import json
import secrets
from typing import Any

from ...call import AwsError, Call
from ...documents import listed, names, principals, statements
from ...locks import LOCKS
from . import backend

_SERVICE = "delivery.logs.amazonaws.com"


def check(call: Call, source: Any, target: Any) -> None:
    """A destination of another account says who may deliver to it."""
    owner = target.arn.split(":")[4]
    if owner == call.account:
        return
    callers = {"*", call.account, f"arn:aws:iam::{call.account}:root"}
    for statement in statements(target.policy or ""):
        if (
            statement.get("Effect") == "Allow"
            and callers & set(principals(statement, "AWS"))
            and names(statement, "Action", "logs:CreateDelivery")
            and all(names(statement, "Resource", arn) for arn in (source.arn, target.arn))
        ):
            return
    raise AwsError(
        "AccessDeniedException", f"User is not authorized to perform: logs:CreateDelivery on resource: {target.arn} by its policy."
    )


def let_in(call: Call, source: Any, place: str) -> None:
    folder = place.split(":::")[1]
    bucket = backend.bucket(folder.partition("/")[0])
    if bucket is None:
        return
    # in a folder that the destination names, AWS's own are left out in some ways to make a delivery, not in others
    own = f"arn:aws:s3:::{folder}/AWSLogs/{call.account}/CloudFront/file"
    targets = [own, f"arn:aws:s3:::{folder}/file"] if "/" in folder else [own]
    sent = {"aws:sourceaccount": call.account, "aws:sourcearn": source.arn, "s3:x-amz-acl": "bucket-owner-full-control"}
    with LOCKS["s3"]:
        found = statements(bucket.policy or b"")
        if any(lets(statement, target, sent) for statement in found for target in targets):
            return
        document = json.loads(bucket.policy) if bucket.policy else {"Version": "2012-10-17", "Id": "AWSLogDeliveryWrite20150319"}
        bucket.policy = json.dumps({**document, "Statement": [*found, _statement(call, folder)]}).encode()


def lets(statement: dict[str, Any], target: str, sent: dict[str, str]) -> bool:
    """Whether a bucket's statement lets a delivery write to a path."""
    allowed = statement.get("Effect") == "Allow" and _SERVICE in principals(statement, "Service")
    reaches = names(statement, "Action", "s3:PutObject") and names(statement, "Resource", target)
    conditions = [
        (sent.get(key.lower()), listed(patterns))
        for pairs in (statement.get("Condition") or {}).values()
        for key, patterns in pairs.items()
    ]
    return (
        allowed
        and reaches
        and all(
            value is not None and any(fnmatch.fnmatchcase(value, str(pattern)) for pattern in patterns) for value, patterns in conditions
        )
    )


def _statement(call: Call, folder: str) -> dict[str, Any]:
    bucket, _, prefix = folder.partition("/")
    path = "/".join(filter(None, [bucket, prefix, "AWSLogs", call.account, "*"]))
    return {
        "Sid": f"AWSLogDeliveryWrite{secrets.token_hex(4)}",
        "Effect": "Allow",
        "Principal": {"Service": _SERVICE},
        "Action": "s3:PutObject",
        "Resource": f"arn:aws:s3:::{path}",
        "Condition": {
            "StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": [call.account]},
            "ArnLike": {"aws:SourceArn": [f"arn:aws:logs:{call.region}:{call.account}:delivery-source:*"]},
        },
    }
