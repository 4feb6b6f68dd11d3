"""The policies that AWS has made for all accounts, under the same ids in each.

https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
"""

from __future__ import annotations

import datetime
import functools
from typing import Any

from . import backend

_MADE = datetime.datetime(2021, 11, 1, tzinfo=datetime.timezone.utc)
_YEAR_IN_SECONDS = 31_536_000


@functools.cache
def of(noun: str) -> dict[str, dict[str, Any]]:
    """Those of a kind, by id."""
    made = {"CachePolicy": _cache, "OriginRequestPolicy": _origin_request, "ResponseHeadersPolicy": _response_headers}[noun]()
    return {name: {"id": name, "config": config, "etag": "E23ZP02F085DFQ", "modified": _MADE} for name, config in made.items()}


def _named(name: str, comment: str, **more: Any) -> dict[str, Any]:
    return {"Name": f"Managed-{name}", "Comment": comment, **more}


def _some(kind: str, names: list[str], of_all: str = "none") -> dict[str, Any]:
    parts = {
        "Cookies": ("CookieBehavior", "CookiesConfig"),
        "Headers": ("HeaderBehavior", "HeadersConfig"),
        "QueryStrings": ("QueryStringBehavior", "QueryStringsConfig"),
    }
    behavior, part = parts[kind]
    return {part: {behavior: "whitelist", kind: backend.listed(names)} if names else {behavior: of_all}}


def _cache() -> dict[str, dict[str, Any]]:
    def policy(name: str, comment: str, lives: tuple[int, int, int], key: dict[str, Any]) -> dict[str, Any]:
        whole = {**_some("Cookies", []), **_some("Headers", []), **_some("QueryStrings", []), **key}
        encodings = {"EnableAcceptEncodingGzip": False, "EnableAcceptEncodingBrotli": False}
        least, usual, most = lives
        parameters = {"ParametersInCacheKeyAndForwardedToOrigin": {**encodings, **whole}}
        return _named(name, comment, MinTTL=least, DefaultTTL=usual, MaxTTL=most, **parameters)

    both = {"EnableAcceptEncodingGzip": True, "EnableAcceptEncodingBrotli": True}
    day = (1, 86_400, _YEAR_IN_SECONDS)
    headers = ["host", "origin", "x-http-method-override", "x-http-method", "x-method-override"]
    by_origin = {**both, **_some("Headers", headers), **_some("Cookies", [], "all")}
    return {
        "658327ea-f89d-4fab-a63d-7e88639e58f6": policy("CachingOptimized", "Policy with caching enabled.", day, both),
        "b2884449-e4de-46a7-ac36-70bc7f1ddd6d": policy("CachingOptimizedForUncompressedObjects", "Without compression.", day, {}),
        "4135ea2d-6df8-44a3-9df3-4b5a84be39ad": policy("CachingDisabled", "Policy with caching disabled", (0, 0, 0), {}),
        "83da9c7e-98b4-4e11-a168-04f0df8e2c65": policy("UseOriginCacheControlHeaders", "", (0, 0, _YEAR_IN_SECONDS), by_origin),
        "4cc15a8a-d715-48a4-82b8-cc0b614638fe": policy(
            "UseOriginCacheControlHeaders-QueryStrings", "", (0, 0, _YEAR_IN_SECONDS), {**by_origin, **_some("QueryStrings", [], "all")}
        ),
    }


def _origin_request() -> dict[str, dict[str, Any]]:
    def policy(name: str, *parts: dict[str, Any]) -> dict[str, Any]:
        whole = {**_some("Cookies", []), **_some("Headers", []), **_some("QueryStrings", [])}
        for part in parts:
            whole.update(part)
        return _named(name, "", **whole)

    everything = [_some("Cookies", [], "all"), _some("QueryStrings", [], "all")]
    but_host = {"HeadersConfig": {"HeaderBehavior": "allExcept", "Headers": backend.listed(["host"])}}
    cors = ["origin", "access-control-request-headers", "access-control-request-method"]
    return {
        "216adef6-5c7f-47e4-b989-5492eafa07d3": policy("AllViewer", *everything, _some("Headers", [], "allViewer")),
        "b689b0a8-53d0-40ab-baf2-68738e2966ac": policy("AllViewerExceptHostHeader", *everything, but_host),
        "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf": policy("CORS-S3Origin", _some("Headers", cors)),
        "59781a5b-3903-41f3-afcb-af62929ccde1": policy("CORS-CustomOrigin", _some("Headers", ["origin"])),
        "acba4595-bd28-49b8-b9fe-13317c0390fa": policy("UserAgentRefererHeaders", _some("Headers", ["user-agent", "referer"])),
        "bf0718e1-ba1e-49d1-88b1-f726733018ae": policy("HostHeaderOnly", _some("Headers", ["host"])),
    }


def _response_headers() -> dict[str, dict[str, Any]]:
    simple = {
        "AccessControlAllowOrigins": backend.listed(["*"]),
        "AccessControlAllowHeaders": backend.listed(["*"]),
        "AccessControlAllowMethods": backend.listed(["GET", "HEAD"]),
        "AccessControlAllowCredentials": False,
        "OriginOverride": False,
    }
    every = ["GET", "HEAD", "PUT", "POST", "PATCH", "DELETE", "OPTIONS"]
    preflight = {
        **simple,
        "AccessControlAllowMethods": backend.listed(every),
        "AccessControlExposeHeaders": backend.listed(["*"]),
    }
    security = {
        "XSSProtection": {"Override": False, "Protection": True, "ModeBlock": True},
        "FrameOptions": {"Override": False, "FrameOption": "SAMEORIGIN"},
        "ReferrerPolicy": {"Override": False, "ReferrerPolicy": "strict-origin-when-cross-origin"},
        "ContentTypeOptions": {"Override": True},
        "StrictTransportSecurity": {"Override": False, "AccessControlMaxAgeSec": _YEAR_IN_SECONDS},
    }
    return {
        "67f7725c-6f97-4210-82d7-5512b31e9d03": _named("SecurityHeadersPolicy", "", SecurityHeadersConfig=security),
        "60669652-455b-4ae9-85a4-c4c02393f86c": _named("SimpleCORS", "", CorsConfig=simple),
        "5cc3b908-e619-4b99-88e5-2cf7f45965bd": _named("CORS-With-Preflight", "", CorsConfig=preflight),
        "e61eb60c-9c35-4d20-a928-2b84e02af89c": _named(
            "CORS-and-SecurityHeadersPolicy", "", CorsConfig=simple, SecurityHeadersConfig=security
        ),
        "eaab4381-ed33-4a86-88ca-d9558dc6cd63": _named(
            "CORS-with-preflight-and-SecurityHeadersPolicy", "", CorsConfig=preflight, SecurityHeadersConfig=security
        ),
    }
