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
#: the content checked and filled
Contents = Callable[[dict[str, Any]], dict[str, Any]]


class Policies:
    """The operations of one kind of policy."""

    def __init__(self, noun: str, contents: Contents) -> None:
        self.noun, self.config, self.contents = noun, f"{noun}Config", contents
        self.plural = f"{noun.removesuffix('y')}ies"

    def register(self) -> None:
        stub("cloudfront", f"Create{self.noun}")(self.create)
        stub("cloudfront", f"Get{self.noun}", f"Get{self.config}")(self.get)
        stub("cloudfront", f"Update{self.noun}")(self.update)
        stub("cloudfront", f"Delete{self.noun}")(self.delete)
        stub("cloudfront", f"List{self.plural}")(self.every)

    def create(self, call: Call) -> dict[str, Any]:
        kept = backend.kept(call.account, self.noun)
        if len(kept) >= _MOST:
            raise AwsError(f"TooMany{self.plural}", "You have reached the maximum number of policies for this AWS account.")
        name = str(uuid.uuid4())
        kept[name] = {"id": name, "config": self._checked(call, None), "etag": backend.new_id(), "modified": backend.now()}
        return {**self._shown(kept[name]), "Location": backend.location(f"{_PATHS[self.noun]}/{name}")}

    def get(self, call: Call) -> dict[str, Any]:
        found = self._existing(call)
        return {**self._shown(found), self.config: found["config"]}

    def update(self, call: Call) -> dict[str, Any]:
        found = self._existing(call)
        if found["id"] in managed_policies.of(self.noun):
            raise AwsError("IllegalUpdate", "The update contains modifications that are not allowed: a managed policy.")
        backend.check_version(call, found["etag"])
        found.update(config=self._checked(call, found["id"]), etag=backend.new_id(), modified=backend.now())
        return self._shown(found)

    def delete(self, call: Call) -> None:
        found = self._existing(call)
        if found["id"] in managed_policies.of(self.noun):
            raise AwsError("IllegalDelete", "You cannot delete a managed policy.")
        backend.check_version(call, found["etag"])
        if uses.by(call.account, f"{self.noun}Id", found["id"]):
            raise AwsError(f"{self.noun}InUse", "Cannot delete the policy because it is attached to one or more cache behaviors.", 409)
        del backend.kept(call.account, self.noun)[found["id"]]

    def every(self, call: Call) -> dict[str, Any]:
        kinds = {"managed": managed_policies.of(self.noun), "custom": backend.kept(call.account, self.noun)}
        wanted = call.params.get("Type")
        found = [
            {"Type": kind, self.noun: self._shown(one)[self.noun]}
            for kind, kept in kinds.items()
            if wanted in (None, kind)
            for one in kept.values()
        ]
        whole = backend.page(call, found, lambda one: one[self.noun]["Id"])
        return {f"{self.noun}List": {name: value for name, value in whole.items() if name not in ("Marker", "IsTruncated")}}

    def _existing(self, call: Call) -> dict[str, Any]:
        name = call.params["Id"]
        found = backend.kept(call.account, self.noun).get(name) or managed_policies.of(self.noun).get(name)
        if found is None:
            raise AwsError(f"NoSuch{self.noun}", f"The {_PATHS[self.noun].replace('-', ' ')} does not exist.", 404)
        return found

    def _checked(self, call: Call, own: str | None) -> dict[str, Any]:
        config = call.params[self.config]
        backend.check_quantities(config)
        if not _NAME.fullmatch(config["Name"]) or len(config.get("Comment") or "") > _LONGEST_COMMENT:
            raise AwsError("InvalidArgument", f"The parameter Name or Comment is not valid: {config['Name']}")
        standing = backend.kept(call.account, self.noun).values()
        if any(one["config"]["Name"] == config["Name"] and one["id"] != own for one in standing):
            text = "A policy with this name already exists. You must provide a unique name."
            raise AwsError(f"{self.noun}AlreadyExists", text, 409)
        return {"Comment": "", **self.contents(config)}

    def _shown(self, one: dict[str, Any]) -> dict[str, Any]:
        told = {"Id": one["id"], "LastModifiedTime": one["modified"], self.config: one["config"]}
        return {self.noun: told, "ETag": one["etag"]}


Policies("CachePolicy", cache_policies.checked).register()
Policies("OriginRequestPolicy", origin_request_policies.checked).register()
Policies("ResponseHeadersPolicy", response_headers.checked).register()
