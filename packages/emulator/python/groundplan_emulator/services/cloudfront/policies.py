"""Policies of caching, of requests to the origin, and of response headers: one life, three contents.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateCachePolicy.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateOriginRequestPolicy.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateResponseHeadersPolicy.html
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import backend, cache_policies, managed_policies, origin_request_policies, response_headers, uses

_NAME = re.compile(r"[A-Za-z0-9_-]{1,128}")
_LONGEST_COMMENT = 128
_MOST = 20
_PATHS = {
    "CachePolicy": "cache-policy",
    "OriginRequestPolicy": "origin-request-policy",
    "ResponseHeadersPolicy": "response-headers-policy",
}
_PLURALS = {noun: f"{noun.removesuffix('y')}ies" for noun in _PATHS}
#: the content checked and filled
Contents = Callable[[dict[str, Any]], dict[str, Any]]


def _policy(noun: str, contents: Contents) -> None:
    config_name = f"{noun}Config"

    def existing(call: Call) -> dict[str, Any]:
        found = backend.kept(call.account, noun).get(call.params["Id"]) or managed_policies.of(noun).get(call.params["Id"])
        if found is None:
            raise AwsError(f"NoSuch{noun}", f"The {_PATHS[noun].replace('-', ' ')} does not exist.", 404)
        return found

    def check(call: Call, own: str | None) -> dict[str, Any]:
        config = call.params[config_name]
        backend.check_quantities(config)
        if not _NAME.fullmatch(config["Name"]) or len(config.get("Comment") or "") > _LONGEST_COMMENT:
            raise AwsError("InvalidArgument", f"The parameter Name or Comment is not valid: {config['Name']}")
        standing = backend.kept(call.account, noun).values()
        if any(one["config"]["Name"] == config["Name"] and one["id"] != own for one in standing):
            raise AwsError(f"{noun}AlreadyExists", "A policy with this name already exists. You must provide a unique name.", 409)
        return {"Comment": "", **contents(config)}

    @stub("cloudfront", f"Create{noun}")
    def create(call: Call) -> dict[str, Any]:
        kept = backend.kept(call.account, noun)
        if len(kept) >= _MOST:
            raise AwsError(f"TooMany{_PLURALS[noun]}", "You have reached the maximum number of policies for this AWS account.")
        name = str(uuid.uuid4())
        kept[name] = {"id": name, "config": check(call, None), "etag": backend.new_id(), "modified": backend.now()}
        return {**shown(kept[name]), "Location": backend.location(f"{_PATHS[noun]}/{name}")}

    @stub("cloudfront", f"Get{noun}", f"Get{config_name}")
    def get(call: Call) -> dict[str, Any]:
        found = existing(call)
        return {**shown(found), config_name: found["config"]}

    @stub("cloudfront", f"Update{noun}")
    def update(call: Call) -> dict[str, Any]:
        found = existing(call)
        if found["id"] in managed_policies.of(noun):
            raise AwsError("IllegalUpdate", "The update contains modifications that are not allowed: a managed policy.")
        backend.check_version(call, found["etag"])
        found.update(config=check(call, found["id"]), etag=backend.new_id(), modified=backend.now())
        return shown(found)

    @stub("cloudfront", f"Delete{noun}")
    def delete(call: Call) -> None:
        found = existing(call)
        if found["id"] in managed_policies.of(noun):
            raise AwsError("IllegalDelete", "You cannot delete a managed policy.")
        backend.check_version(call, found["etag"])
        if uses.by(call.account, f"{noun}Id", found["id"]):
            raise AwsError(f"{noun}InUse", "Cannot delete the policy because it is attached to one or more cache behaviors.", 409)
        del backend.kept(call.account, noun)[found["id"]]

    @stub("cloudfront", f"List{_PLURALS[noun]}")
    def listing(call: Call) -> dict[str, Any]:
        own = [{"Type": "custom", **of_list(one)} for one in backend.kept(call.account, noun).values()]
        managed = [{"Type": "managed", **of_list(one)} for one in managed_policies.of(noun).values()]
        wanted = call.params.get("Type")
        found = [one for one in (*managed, *own) if wanted in (None, one["Type"])]
        whole = backend.page(call, found, lambda one: one[noun]["Id"])
        return {f"{noun}List": {name: value for name, value in whole.items() if name not in ("Marker", "IsTruncated")}}

    def of_list(one: dict[str, Any]) -> dict[str, Any]:
        return {noun: shown(one)[noun]}

    def shown(one: dict[str, Any]) -> dict[str, Any]:
        return {noun: {"Id": one["id"], "LastModifiedTime": one["modified"], config_name: one["config"]}, "ETag": one["etag"]}


_policy("CachePolicy", cache_policies.checked)
_policy("OriginRequestPolicy", origin_request_policies.checked)
_policy("ResponseHeadersPolicy", response_headers.checked)
