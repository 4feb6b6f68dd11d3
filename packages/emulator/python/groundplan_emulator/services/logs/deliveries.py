"""Deliveries: from a source to a destination, and into which folders of a bucket.

https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateDelivery.html
https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_UpdateDeliveryConfiguration.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html (Send logs to Amazon S3)
"""

from __future__ import annotations

import re
from typing import Any

from ...call import AwsError, Call
from ...rules import before, stub
from . import backend, delivery_policies, record_fields

_VARIABLES = frozenset({"DistributionId", "distributionid", "account-id", "accountid", "yyyy", "MM", "dd", "HH"})
_OWN_FOLDERS = "AWSLogs/{account-id}/CloudFront/"


@before("logs", "CreateDelivery")
def check(call: Call) -> None:
    params = call.params
    source = backend.of(call).delivery_sources.get(params["deliverySourceName"])
    target = backend.destination(params["deliveryDestinationArn"])
    if source is None or target is None:
        # moto says which
        return
    delivery_policies.check(call, source, target)
    place = target.delivery_destination_configuration["destinationResourceArn"]
    _check(params, source, target)
    if target.delivery_destination_type == "S3":
        wanted = params.get("s3DeliveryConfiguration") or {}
        suffix = wanted.get("suffixPath")
        # where the destination names no folder AWS has its own, before the one that is asked for; an update puts none there
        if source.service == "cloudfront" and "/" not in place and suffix and not suffix.startswith("AWSLogs/"):
            params["s3DeliveryConfiguration"] = {**wanted, "suffixPath": _OWN_FOLDERS + suffix.lstrip("/")}
        delivery_policies.let_in(call, source, place)


@stub("logs", "UpdateDeliveryConfiguration")
def update(call: Call) -> None:
    params = call.params
    found = backend.of(call).deliveries.get(params["id"])
    if found is None:
        raise AwsError("ResourceNotFoundException", "Requested Delivery does not exist in this account.")
    source = backend.of(call).delivery_sources[found.delivery_source_name]
    _check(params, source, backend.destination(found.delivery_destination_arn))
    for name, attribute in (("recordFields", "record_fields"), ("fieldDelimiter", "field_delimiter")):
        if params.get(name) is not None:
            setattr(found, attribute, params[name])
    if params.get("s3DeliveryConfiguration"):
        found.s3_delivery_configuration = {**found.s3_delivery_configuration, **params["s3DeliveryConfiguration"]}


def _check(params: dict[str, Any], source: Any, target: Any) -> None:
    wanted = params.get("s3DeliveryConfiguration") or {}
    if wanted and target.delivery_destination_type != "S3":
        raise AwsError("ValidationException", "s3DeliveryConfiguration is of a destination in S3 alone.")
    if params.get("fieldDelimiter") and target.output_format in ("json", "parquet"):
        raise AwsError("ValidationException", f"The output format {target.output_format} has no field delimiter.")
    suffix = wanted.get("suffixPath") or ""
    by_hand = wanted.get("enableHiveCompatiblePath") and "=" in suffix
    if by_hand or not set(re.findall(r"\{([^}]*)\}", suffix)) <= _VARIABLES:
        raise AwsError("ValidationException", "Provided suffixPath is invalid")
    if source.service == "cloudfront":
        record_fields.check(params.get("recordFields"))
