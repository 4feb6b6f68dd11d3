"""Functions: their code at two stages, DEVELOPMENT and LIVE.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateFunction.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_UpdateFunction.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_PublishFunction.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DeleteFunction.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import backend, tags, uses

_LARGEST_IN_BYTES = 10_240
_STORES_RUNTIME = "cloudfront-js-2.0"


def _existing(call: Call) -> dict[str, Any]:
    found = backend.kept(call.account, "function").get(call.params["Name"])
    if found is None:
        raise AwsError("NoSuchFunctionExists", "The function does not exist.", 404)
    return found


def _at(call: Call) -> tuple[dict[str, Any], dict[str, Any]]:
    """The function, and what it is at the stage that is asked for."""
    found, stage = _existing(call), (call.params.get("Stage") or "DEVELOPMENT").lower()
    at = found.get(stage)
    if at is None:
        raise AwsError("NoSuchFunctionExists", "The function does not exist.", 404)
    return found, at


def _check(call: Call) -> dict[str, Any]:
    config, code = call.params["FunctionConfig"], _bytes(call.params["FunctionCode"])
    if not code:
        raise AwsError("InvalidArgument", "The parameter FunctionCode is required.")
    if len(code) > _LARGEST_IN_BYTES:
        raise AwsError("FunctionSizeLimitExceeded", f"The function exceeds the maximum size, {_LARGEST_IN_BYTES} bytes.", 413)
    associations = config.get("KeyValueStoreAssociations") or {}
    backend.check_quantities(associations)
    stores = [one["KeyValueStoreARN"] for one in backend.items(associations)]
    if stores and config["Runtime"] != _STORES_RUNTIME:
        raise AwsError("InvalidArgument", f"A key value store needs the runtime {_STORES_RUNTIME}.")
    if len(stores) > 1:
        raise AwsError("InvalidArgument", "A function can have one key value store.")
    standing = {one["arn"] for one in backend.kept(call.account, "key value store").values()}
    if not set(stores) <= standing:
        raise AwsError("EntityNotFound", "The key value store entity was not found.", 404)
    return {"config": {**config, "KeyValueStoreAssociations": backend.listed(backend.items(associations))}, "code": code}


def _bytes(code: bytes | str) -> bytes:
    return code.encode() if isinstance(code, str) else code


@stub("cloudfront", "CreateFunction")
def create(call: Call) -> dict[str, Any]:
    name, kept = call.params["Name"], backend.kept(call.account, "function")
    if name in kept:
        text = "A function with the same name already exists in this AWS account. To create a function, you must provide a unique name."
        raise AwsError("FunctionAlreadyExists", text, 409)
    made = {"name": name, "arn": call.arn(f"function/{name}", region=""), "created": backend.now()}
    made["development"] = {**_check(call), "etag": backend.new_id(), "modified": backend.now(), "status": "UNPUBLISHED"}
    kept[name] = made
    tags.put(call, made["arn"], backend.items(call.params.get("Tags")))
    answer = _described(call, made, "DEVELOPMENT")
    return {**answer, "Location": backend.location(f"function/{name}")}


@stub("cloudfront", "UpdateFunction")
def update(call: Call) -> dict[str, Any]:
    found = _existing(call)
    backend.check_version(call, found["development"]["etag"])
    found["development"] = {**_check(call), "etag": backend.new_id(), "modified": backend.now(), "status": "UNPUBLISHED"}
    return _described(call, found, "DEVELOPMENT")


@stub("cloudfront", "PublishFunction")
def publish(call: Call) -> dict[str, Any]:
    found = _existing(call)
    backend.check_version(call, found["development"]["etag"])
    found["live"] = {**found["development"], "etag": backend.new_id(), "modified": backend.now()}
    found["development"]["status"] = "UNASSOCIATED"
    return {"FunctionSummary": _summary(call, found, "LIVE")}


@stub("cloudfront", "DescribeFunction")
def describe(call: Call) -> dict[str, Any]:
    return _described(call, _at(call)[0], call.params.get("Stage") or "DEVELOPMENT")


@stub("cloudfront", "GetFunction")
def get(call: Call) -> dict[str, Any]:
    _, at = _at(call)
    return {"FunctionCode": at["code"], "ETag": at["etag"], "ContentType": "application/octet-stream"}


@stub("cloudfront", "DeleteFunction")
def delete(call: Call) -> None:
    found = _existing(call)
    backend.check_version(call, found["development"]["etag"])
    if uses.by(call.account, "FunctionARN", found["arn"]):
        text = "Cannot delete the function because it's attached to one or more cache behaviors."
        call.refuse(AwsError("FunctionInUse", text, 409))
    del backend.kept(call.account, "function")[found["name"]]
    tags.forget(call, found["arn"])


@stub("cloudfront", "ListFunctions")
def listing(call: Call) -> dict[str, Any]:
    stages = [call.params["Stage"]] if call.params.get("Stage") else ["DEVELOPMENT", "LIVE"]
    kept = backend.kept(call.account, "function").values()
    shown = [_summary(call, one, stage) for one in kept for stage in stages if one.get(stage.lower())]
    whole = backend.page(call, shown, lambda one: f"{one['Name']} {one['FunctionMetadata']['Stage']}")
    return {"FunctionList": {name: value for name, value in whole.items() if name not in ("Marker", "IsTruncated")}}


def _described(call: Call, one: dict[str, Any], stage: str) -> dict[str, Any]:
    return {"FunctionSummary": _summary(call, one, stage), "ETag": one[stage.lower()]["etag"]}


def _summary(call: Call, one: dict[str, Any], stage: str) -> dict[str, Any]:
    at = one[stage.lower()]
    status = at["status"]
    if stage == "LIVE":
        status = "DEPLOYED" if uses.by(call.account, "FunctionARN", one["arn"]) else "UNASSOCIATED"
    told = {"FunctionARN": one["arn"], "Stage": stage, "CreatedTime": one["created"], "LastModifiedTime": at["modified"]}
    return {"Name": one["name"], "Status": status, "FunctionConfig": at["config"], "FunctionMetadata": told}
