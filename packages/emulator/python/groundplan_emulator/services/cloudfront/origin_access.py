"""What CloudFront signs its requests to an origin with: access controls, and the older identities.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateOriginAccessControl.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DeleteOriginAccessControl.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateCloudFrontOriginAccessIdentity.html
"""

from __future__ import annotations

import secrets
from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import backend, uses

_CONTROL, _IDENTITY = "OriginAccessControl", "CloudFrontOriginAccessIdentity"
_KINDS = {_CONTROL: "origin access control", _IDENTITY: "origin access identity"}
_LONGEST_NAME, _LONGEST_DESCRIPTION = 64, 256
_IN_USE = {_CONTROL: "OriginAccessControlId", _IDENTITY: "OriginAccessIdentity"}


def _kept(call: Call, noun: str) -> dict[str, dict[str, Any]]:
    return backend.kept(call.account, _KINDS[noun])


def _noun(call: Call) -> str:
    return _CONTROL if _CONTROL in call.operation else _IDENTITY


def _existing(call: Call) -> dict[str, Any]:
    noun = _noun(call)
    found = _kept(call, noun).get(call.params["Id"])
    if found is None:
        raise AwsError(f"NoSuch{noun}", "The resource does not exist.", 404)
    return found


def _shown(noun: str, one: dict[str, Any]) -> dict[str, Any]:
    whole: dict[str, Any] = {"Id": one["id"], f"{noun}Config": one["config"]}
    if noun == _IDENTITY:
        whole["S3CanonicalUserId"] = one["user"]
    return {noun: whole, f"{noun}Config": one["config"], "ETag": one["etag"]}


def _check(call: Call, config: dict[str, Any], own: str | None) -> None:
    if _noun(call) == _IDENTITY:
        return
    if not 1 <= len(config["Name"]) <= _LONGEST_NAME or len(config.get("Description") or "") > _LONGEST_DESCRIPTION:
        text = f"The name has 1 to {_LONGEST_NAME} characters, the description at most {_LONGEST_DESCRIPTION}."
        raise AwsError("InvalidArgument", text)
    if any(one["config"]["Name"] == config["Name"] and one["id"] != own for one in _kept(call, _CONTROL).values()):
        text = "An origin access control with the specified parameters already exists."
        raise AwsError("OriginAccessControlAlreadyExists", text, 409)


@stub("cloudfront", f"Create{_CONTROL}", f"Create{_IDENTITY}")
def create(call: Call) -> dict[str, Any]:
    noun = _noun(call)
    config = call.params[f"{noun}Config"]
    _check(call, config, None)
    if noun == _IDENTITY:
        same = [one for one in _kept(call, noun).values() if one["config"]["CallerReference"] == config["CallerReference"]]
        if same and same[0]["config"] != config:
            raise AwsError(f"{noun}AlreadyExists", "The caller reference is associated with another identity.", 409)
        if same:
            return {**_shown(noun, same[0]), "Location": backend.location(f"origin-access-identity/cloudfront/{same[0]['id']}")}
    name = backend.new_id()
    made = {"id": name, "config": {"Description": "", **config} if noun == _CONTROL else config, "etag": backend.new_id()}
    made["user"] = secrets.token_hex(48)
    _kept(call, noun)[name] = made
    path = "origin-access-control" if noun == _CONTROL else "origin-access-identity/cloudfront"
    return {**_shown(noun, made), "Location": backend.location(f"{path}/{name}")}


@stub("cloudfront", *(f"Get{noun}{end}" for noun in _KINDS for end in ("", "Config")))
def get(call: Call) -> dict[str, Any]:
    return _shown(_noun(call), _existing(call))


@stub("cloudfront", f"Update{_CONTROL}", f"Update{_IDENTITY}")
def update(call: Call) -> dict[str, Any]:
    noun, found = _noun(call), _existing(call)
    config = call.params[f"{noun}Config"]
    backend.check_version(call, found["etag"])
    _check(call, config, found["id"])
    if noun == _CONTROL and config["OriginAccessControlOriginType"] != found["config"]["OriginAccessControlOriginType"]:
        raise AwsError("IllegalUpdate", "The update contains modifications that are not allowed: the origin type.")
    found.update(config=config, etag=backend.new_id())
    return _shown(noun, found)


@stub("cloudfront", f"Delete{_CONTROL}", f"Delete{_IDENTITY}")
def delete(call: Call) -> None:
    noun, found = _noun(call), _existing(call)
    backend.check_version(call, found["etag"])
    if uses.by(call.account, _IN_USE[noun], found["id"]):
        raise AwsError(f"{noun}InUse", "The resource is in use by one or more distributions.", 409)
    del _kept(call, noun)[found["id"]]


@stub("cloudfront", f"List{_CONTROL}s", "ListCloudFrontOriginAccessIdentities")
def listing(call: Call) -> dict[str, Any]:
    noun = _CONTROL if _CONTROL in call.operation else _IDENTITY
    shown = []
    for one in _kept(call, noun).values():
        extra = {"S3CanonicalUserId": one["user"], "Comment": one["config"].get("Comment", "")}
        shown.append({"Id": one["id"], **(one["config"] if noun == _CONTROL else extra)})
    return {f"{noun}List": backend.page(call, shown, lambda one: one["Id"])}
