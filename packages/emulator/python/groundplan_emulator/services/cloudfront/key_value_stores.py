"""Key value stores, as CloudFront administers them; what they hold is the data plane's (`services/cloudfront_keyvaluestore`).

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateKeyValueStore.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DeleteKeyValueStore.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/kvs-with-functions-create-s3-kvp.html
"""

from __future__ import annotations

import json
import uuid
from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import backend, store_contents, tags


def _existing(call: Call) -> dict[str, Any]:
    found = backend.kept(call.account, "key value store").get(call.params["Name"])
    if found is None:
        raise AwsError("EntityNotFound", "The key value store entity was not found.", 404)
    return found


@stub("cloudfront", "CreateKeyValueStore")
def create(call: Call) -> dict[str, Any]:
    name, kept = call.params["Name"], backend.kept(call.account, "key value store")
    if name in kept:
        raise AwsError("EntityAlreadyExists", "The key value store entity already exists. You must provide a unique key value store.", 409)
    values = _imported(call.params.get("ImportSource"))
    identifier = str(uuid.uuid4())
    made = {
        "name": name,
        "id": identifier,
        "arn": call.arn(f"key-value-store/{identifier}", region=""),
        "comment": call.params.get("Comment"),
        "etag": backend.new_id(),
        "status": "PROVISIONING",
        "created": backend.now(),
        "modified": backend.now(),
        "values": values,
        "version": store_contents.new_version(),
    }
    kept[name] = made
    tags.put(call, made["arn"], backend.items(call.params.get("Tags")))
    return {**_shown(made), "Location": backend.location(f"key-value-store/{name}")}


def _imported(source: dict[str, Any] | None) -> dict[str, str]:
    """From an object of S3: {"data": [{"key": "a", "value": "b"}]}."""
    from moto.s3.models import s3_backends

    if not source:
        return {}
    bucket, _, key = source["SourceARN"].split(":", 5)[-1].partition("/")
    held = [one["aws"].buckets[bucket].keys.get(key) for one in s3_backends.values() if bucket in one["aws"].buckets]
    if not held or held[0] is None:
        raise AwsError("InvalidArgument", "The parameter ImportSource does not refer to an object that can be read.")
    try:
        values = {one["key"]: one["value"] for one in json.loads(held[0].value)["data"]}
    except (ValueError, KeyError, TypeError):
        raise AwsError("InvalidArgument", 'The parameter ImportSource is no JSON of the form {"data":[{"key":"a","value":"b"}]}.') from None
    store_contents.check(values, "InvalidArgument")
    return values


@stub("cloudfront", "DescribeKeyValueStore")
def describe(call: Call) -> dict[str, Any]:
    found = _existing(call)
    answer = _shown(found)
    # the next look finds it ready
    found["status"] = "READY"
    return answer


@stub("cloudfront", "UpdateKeyValueStore")
def update(call: Call) -> dict[str, Any]:
    """Its comment, and nothing else."""
    found = _existing(call)
    backend.check_version(call, found["etag"])
    found.update(comment=call.params["Comment"], etag=backend.new_id(), modified=backend.now())
    return _shown(found)


@stub("cloudfront", "DeleteKeyValueStore")
def delete(call: Call) -> None:
    found = _existing(call)
    backend.check_version(call, found["etag"])
    if found["arn"] in _associated(call):
        raise AwsError("CannotDeleteEntityWhileInUse", "The key value store entity cannot be deleted while it is in use.", 409)
    del backend.kept(call.account, "key value store")[found["name"]]
    tags.forget(call, found["arn"])


def _associated(call: Call) -> set[str]:
    """By either stage of a function."""
    stages = [one.get(stage) for one in backend.kept(call.account, "function").values() for stage in ("development", "live")]
    configs = [stage["config"] for stage in stages if stage]
    return {one["KeyValueStoreARN"] for config in configs for one in backend.items(config.get("KeyValueStoreAssociations"))}


@stub("cloudfront", "ListKeyValueStores")
def listing(call: Call) -> dict[str, Any]:
    stores = [_shown(one)["KeyValueStore"] for one in backend.kept(call.account, "key value store").values()]
    wanted = call.params.get("Status")
    whole = backend.page(call, [one for one in stores if wanted in (None, one["Status"])], lambda one: one["Name"])
    return {"KeyValueStoreList": {name: value for name, value in whole.items() if name not in ("Marker", "IsTruncated")}}


def _shown(one: dict[str, Any]) -> dict[str, Any]:
    told = {"Name": one["name"], "Id": one["id"], "Comment": one["comment"], "ARN": one["arn"], "Status": one["status"]}
    return {"KeyValueStore": {**told, "LastModifiedTime": one["modified"]}, "ETag": one["etag"]}
