"""What key value stores hold. A change names the version that it changes, and makes another.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Operations_Amazon_CloudFront_KeyValueStore.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_kvs_UpdateKeys.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-keyvaluestores
"""

from __future__ import annotations

from typing import Any

from ..call import AwsError, Call
from ..rules import stub
from .cloudfront import backend, store_contents

_SERVICE = "cloudfront-keyvaluestore"
_MOST_CHANGES, _LARGEST_CHANGE = 50, 3 * 1024 * 1024
_PAGE = 10


def _existing(call: Call) -> dict[str, Any]:
    stores = backend.every(call.account, "key value store")
    found = next((one for one in stores if one["arn"] == call.params["KvsARN"]), None)
    if found is None:
        raise AwsError("ResourceNotFoundException", "Resource was not found.", 404)
    return found


def _change(call: Call, puts: dict[str, str], deletes: list[str]) -> dict[str, Any]:
    found = _existing(call)
    if not call.params.get("IfMatch"):
        raise AwsError("ValidationException", "If-Match is required: the current version (ETag) of the key value store.")
    if call.params["IfMatch"] != found["version"]:
        raise AwsError("ConflictException", "Pre-Condition failed: the ETag is not the key value store's current one.", 409)
    whole = {key: value for key, value in found["values"].items() if key not in deletes}
    whole.update(puts)
    store_contents.check(whole, "ValidationException", "ServiceQuotaExceededException")
    found.update(values=whole, version=store_contents.new_version(), modified=backend.now())
    return {**_counts(found), "ETag": found["version"]}


def _counts(one: dict[str, Any]) -> dict[str, Any]:
    return {"ItemCount": len(one["values"]), "TotalSizeInBytes": store_contents.size(one["values"])}


@stub(_SERVICE, "DescribeKeyValueStore")
def describe(call: Call) -> dict[str, Any]:
    one = _existing(call)
    told = {"KvsARN": one["arn"], "Created": one["created"], "LastModified": one["modified"], "Status": one["status"]}
    return {**_counts(one), **told, "ETag": one["version"]}


@stub(_SERVICE, "GetKey")
def get(call: Call) -> dict[str, Any]:
    found, key = _existing(call), call.params["Key"]
    if key not in found["values"]:
        raise AwsError("ResourceNotFoundException", "Key not found.", 404)
    return {**_counts(found), "Key": key, "Value": found["values"][key]}


@stub(_SERVICE, "PutKey")
def put(call: Call) -> dict[str, Any]:
    return _change(call, {call.params["Key"]: call.params["Value"]}, [])


@stub(_SERVICE, "DeleteKey")
def delete(call: Call) -> dict[str, Any]:
    if call.params["Key"] not in _existing(call)["values"]:
        raise AwsError("ResourceNotFoundException", "Key not found.", 404)
    return _change(call, {}, [call.params["Key"]])


@stub(_SERVICE, "UpdateKeys")
def update(call: Call) -> dict[str, Any]:
    """All or nothing."""
    puts = {one["Key"]: one["Value"] for one in call.params.get("Puts") or []}
    deletes = [one["Key"] for one in call.params.get("Deletes") or []]
    named = [*(one["Key"] for one in call.params.get("Puts") or []), *deletes]
    if len(set(named)) != len(named):
        raise AwsError("ValidationException", "A key is named more than once.")
    if not 1 <= len(named) <= _MOST_CHANGES or store_contents.size(puts) > _LARGEST_CHANGE:
        raise AwsError("ValidationException", f"A call changes 1 to {_MOST_CHANGES} keys, and at most {_LARGEST_CHANGE} bytes.")
    return _change(call, puts, deletes)


@stub(_SERVICE, "ListKeys")
def listing(call: Call) -> dict[str, Any]:
    values = _existing(call)["values"]
    keys, wanted = sorted(values), call.params.get("MaxResults") or _PAGE
    start = sum(1 for key in keys if key <= (call.params.get("NextToken") or ""))
    shown = keys[start : start + wanted]
    answer: dict[str, Any] = {"Items": [{"Key": key, "Value": values[key]} for key in shown]}
    if start + wanted < len(keys):
        answer["NextToken"] = shown[-1]
    return answer
