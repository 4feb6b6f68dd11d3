"""Where delivered logs come from, and where they go: sources and destinations.

https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html
https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliveryDestination.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
"""

from __future__ import annotations

from ...call import AwsError, Call
from ...rules import before
from ..cloudfront import backend as cloudfront
from . import backend

_CLOUDFRONT_HOME = "us-east-1"
_FORMATS = {
    "s3": ("json", "plain", "w3c", "raw", "parquet"),
    "logs": ("json", "plain"),
    "firehose": ("json", "plain", "raw"),
}


@before("logs", "PutDeliverySource")
def check_source(call: Call) -> None:
    arn, name = call.params["resourceArn"], call.params["name"]
    if ":cloudfront:" in arn:
        if call.region != _CLOUDFRONT_HOME:
            text = f"Delivery sources of CloudFront are made in {_CLOUDFRONT_HOME} alone."
            raise AwsError("ValidationException", text)
        if not any(one["arn"] == arn for one in cloudfront.every(call.account, "distribution")):
            raise AwsError("ResourceNotFoundException", f"The resource {arn} does not exist.")
    for source in backend.of(call).delivery_sources.values():
        if source.name != name and arn in source.resource_arns and source.log_type == call.params["logType"]:
            raise AwsError("ConflictException", "This ResourceId has already been used in another Delivery Source in this account.")


@before("logs", "PutDeliveryDestination")
def check_destination(call: Call) -> None:
    arn = (call.params.get("deliveryDestinationConfiguration") or {}).get("destinationResourceArn")
    if not arn:
        raise AwsError("ValidationException", "A delivery destination needs the ARN of what receives the logs.")
    parts = arn.split(":")
    kind, shape = parts[2], call.params.get("outputFormat")
    if kind not in _FORMATS:
        raise AwsError("ValidationException", f"Logs cannot be delivered to {arn}.")
    if shape and shape not in _FORMATS[kind]:
        raise AwsError("ValidationException", f"The output format {shape} is not supported by the delivery destination.")
    if kind == "s3" and backend.bucket(parts[5].partition("/")[0]) is None:
        raise AwsError("ResourceNotFoundException", f"The bucket {arn} does not exist.")
    if kind == "logs":
        _check_group(call, parts)


def _check_group(call: Call, parts: list[str]) -> None:
    """A group of the same region and account (another account's needs a destination there)."""
    if parts[3] != call.region or parts[4] != call.account:
        raise AwsError("ValidationException", "The log group must lie in the region and account of its delivery destination.")
    if parts[6] not in backend.of(call).groups:
        raise AwsError("ResourceNotFoundException", "The specified log group does not exist.")


@before("logs", "DeleteDeliverySource", "DeleteDeliveryDestination")
def refuse_used(call: Call) -> None:
    name = call.params["name"]
    if call.operation.endswith("Source"):
        used = any(one.delivery_source_name == name for one in backend.of(call).deliveries.values())
    else:
        used = bool(backend.deliveries_to(call.arn(f"delivery-destination:{name}")))
    if used:
        raise AwsError("ConflictException", f"{name} is used by a delivery: delete that first.")
