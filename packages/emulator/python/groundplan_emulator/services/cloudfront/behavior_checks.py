"""What AWS refuses of cache behaviors.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_AllowedMethods.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions-all.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
"""

from __future__ import annotations

import re
from typing import Any

from ...call import AwsError, Call
from . import backend, managed_policies, uses

_READS, _ASKS = frozenset({"GET", "HEAD"}), frozenset({"GET", "HEAD", "OPTIONS"})
_ALLOWED = (_READS, _ASKS, _ASKS | {"PUT", "POST", "PATCH", "DELETE"})
_CACHED = (_READS, _ASKS)
_PATTERN = re.compile(r"[A-Za-z0-9_\-.*$/~\"'@:+&?%!(),=;\[\]^#|{}]{1,255}")
_MOST_BEHAVIORS = 75
_VIEWER = ("viewer-request", "viewer-response")
_POLICIES = {
    "CachePolicyId": ("CachePolicy", "NoSuchCachePolicy"),
    "OriginRequestPolicyId": ("OriginRequestPolicy", "NoSuchOriginRequestPolicy"),
    "ResponseHeadersPolicyId": ("ResponseHeadersPolicy", "NoSuchResponseHeadersPolicy"),
}


def check(call: Call, config: dict[str, Any]) -> None:
    ordered = backend.items(config.get("CacheBehaviors"))
    if len(ordered) > _MOST_BEHAVIORS:
        raise AwsError("TooManyCacheBehaviors", "You cannot create more cache behaviors for the distribution.")
    patterns = [one["PathPattern"].removeprefix("/") for one in ordered]
    if len(set(patterns)) != len(patterns):
        raise AwsError("InvalidArgument", "The parameter PathPattern contains duplicates.")
    for pattern in patterns:
        if not _PATTERN.fullmatch(pattern):
            raise AwsError("InvalidArgument", f"The parameter PathPattern is not valid: {pattern}")
    groups = [one["Id"] for one in backend.items(config.get("OriginGroups"))]
    targets = {*groups, *(one["Id"] for one in backend.items(config["Origins"]))}
    for behavior in uses.behaviors(config):
        if behavior["TargetOriginId"] not in targets:
            raise AwsError("NoSuchOrigin", "One or more of your origins or origin groups do not exist.", 404)
        _check_methods(behavior)
        _check_caching(call, behavior)
        _check_functions(call, behavior)


def _check_methods(behavior: dict[str, Any]) -> None:
    allowed = behavior.get("AllowedMethods") or {}
    methods = frozenset(backend.items(allowed) or _READS)
    cached = frozenset(backend.items(allowed.get("CachedMethods")) or _READS)
    if methods not in _ALLOWED:
        raise AwsError("InvalidArgument", "The parameter AllowedMethods is not valid.")
    if cached not in _CACHED or not cached <= methods:
        raise AwsError("InvalidArgument", "The parameter CachedMethods is not valid.")


def _check_caching(call: Call, behavior: dict[str, Any]) -> None:
    for field, (kind, code) in _POLICIES.items():
        name = behavior.get(field)
        if name and name not in backend.kept(call.account, kind) and name not in managed_policies.of(kind):
            raise AwsError(code, f"The {field} {name} does not exist.", 404)
    log = behavior.get("RealtimeLogConfigArn")
    if log and log not in backend.kept(call.account, "realtime log config"):
        raise AwsError("NoSuchRealtimeLogConfig", "The real-time log configuration does not exist.", 404)
    forwarded = behavior.get("ForwardedValues")
    if bool(behavior.get("CachePolicyId")) == bool(forwarded):
        text = "The parameter ForwardedValues cannot be used when a cache policy is associated to the cache behavior."
        raise AwsError("InvalidArgument", text if forwarded else "The parameter ForwardedValues is required.")
    if forwarded and behavior.get("OriginRequestPolicyId"):
        raise AwsError("InvalidArgument", "The parameter OriginRequestPolicyId needs a cache policy beside it.")
    lifetimes = [behavior.get(name) for name in ("MinTTL", "DefaultTTL", "MaxTTL")]
    told = [seconds for seconds in lifetimes if seconds is not None]
    if forwarded and told != sorted(told):
        raise AwsError("InvalidTTLOrder", "The TTL order specified is not valid: MinTTL, DefaultTTL and MaxTTL must not fall.")


def _check_functions(call: Call, behavior: dict[str, Any]) -> None:
    here = backend.items(behavior.get("FunctionAssociations"))
    lambdas = backend.items(behavior.get("LambdaFunctionAssociations"))
    events = [one["EventType"] for one in here]
    if len(set(events)) != len(events) or any(event not in _VIEWER for event in events):
        text = "A CloudFront function is associated with viewer-request or viewer-response, one with each."
        raise AwsError("InvalidFunctionAssociation", text)
    if here and any(one["EventType"] in _VIEWER for one in lambdas):
        raise AwsError("InvalidFunctionAssociation", "CloudFront and Lambda@Edge functions cannot both be at viewer events.")
    for one in here:
        function = backend.kept(call.account, "function").get(one["FunctionARN"].rpartition("/")[2])
        if function is None or function["arn"] != one["FunctionARN"] or function.get("live") is None:
            text = f"The function {one['FunctionARN']} does not exist, or is not published to the LIVE stage."
            call.refuse(AwsError("InvalidFunctionAssociation", text))
    for one in lambdas:
        if not re.search(r":function:[^:]+:\d+$", one["LambdaFunctionARN"]) or ":us-east-1:" not in one["LambdaFunctionARN"]:
            text = "The function ARN must reference a version of a function in us-east-1."
            raise AwsError("InvalidLambdaFunctionAssociation", text)
