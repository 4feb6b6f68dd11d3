"""What a response headers policy may say.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyConfig.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions-all.html#function-restrictions-headers
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-response-headers-policies
"""

from __future__ import annotations

import re
from typing import Any

from ...call import AwsError
from . import backend

_MOST_CUSTOM, _MOST_REMOVED, _LONGEST_CSP, _LONGEST = 10, 10, 1783, 10_240
_SECURITY = frozenset(
    {
        "content-security-policy",
        "referrer-policy",
        "strict-transport-security",
        "x-content-type-options",
        "x-frame-options",
        "x-xss-protection",
    }
)
#: CloudFront's own, and those of one hop
_UNTOUCHED = re.compile(
    r"connection|content-encoding|content-length|expect|host|keep-alive|proxy-(authenticate|authorization|connection)|trailer|"
    r"transfer-encoding|upgrade|via|warning|x-accel-.+|x-amz-cf-.+|x-amzn-.+|x-cache|x-edge-.+|x-forwarded-proto|x-real-ip"
)
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}")
_CORS_LISTS = ("AccessControlAllowHeaders", "AccessControlAllowMethods", "AccessControlAllowOrigins", "AccessControlExposeHeaders")


def checked(config: dict[str, Any]) -> dict[str, Any]:
    parts = ("CorsConfig", "SecurityHeadersConfig", "ServerTimingHeadersConfig", "CustomHeadersConfig", "RemoveHeadersConfig")
    if not any(config.get(part) for part in parts):
        raise AwsError("InvalidArgument", "The policy must contain at least one header to set or to remove.")
    _check_cors(config.get("CorsConfig"))
    _check_custom(config)
    csp = ((config.get("SecurityHeadersConfig") or {}).get("ContentSecurityPolicy") or {}).get("ContentSecurityPolicy") or ""
    if len(csp) > _LONGEST_CSP:
        text = f"The length of the Content-Security-Policy header value in the response headers policy exceeds the maximum, {_LONGEST_CSP}."
        raise AwsError("TooLongCSPInResponseHeadersPolicy", text)
    return config


def _check_cors(cors: dict[str, Any] | None) -> None:
    if not cors:
        return
    for name in _CORS_LISTS[:3]:
        if not backend.items(cors.get(name)):
            raise AwsError("InvalidArgument", f"The parameter {name} is required.")
    for name in _CORS_LISTS:
        values = backend.items(cors.get(name))
        if cors["AccessControlAllowCredentials"] and ("*" in values or "ALL" in values):
            raise AwsError("InvalidArgument", f"The parameter {name} cannot contain * when AccessControlAllowCredentials is true.")


def _check_custom(config: dict[str, Any]) -> None:
    custom, removed = backend.items(config.get("CustomHeadersConfig")), backend.items(config.get("RemoveHeadersConfig"))
    if len(custom) > _MOST_CUSTOM:
        text = f"The number of custom headers in the response headers policy exceeds the maximum, {_MOST_CUSTOM}."
        raise AwsError("TooManyCustomHeadersInResponseHeadersPolicy", text)
    if len(removed) > _MOST_REMOVED:
        text = f"The number of headers in RemoveHeadersConfig in the response headers policy exceeds the maximum, {_MOST_REMOVED}."
        raise AwsError("TooManyRemoveHeadersInResponseHeadersPolicy", text)
    names = [one["Header"] for one in custom]
    for name in names:
        if name.lower() in _SECURITY:
            raise AwsError("InvalidArgument", f"The parameter CustomHeaders contains {name} that is a security header.")
        if name.lower().startswith("access-control-") and name.lower() != "access-control-allow-private-network":
            raise AwsError("InvalidArgument", f"The parameter CustomHeaders contains {name} that is a CORS header.")
    for name in (*names, *(one["Header"] for one in removed)):
        if not _NAME.fullmatch(name) or _UNTOUCHED.fullmatch(name.lower()):
            raise AwsError("InvalidArgument", f"The parameter Header contains {name} that is not allowed.")
    if len({name.lower() for name in names}) != len(names):
        raise AwsError("InvalidArgument", "The parameter CustomHeaders contains duplicates.")
    if sum(len(one["Value"]) for one in custom) > _LONGEST:
        raise AwsError("InvalidArgument", f"The values of the custom headers have more than {_LONGEST} characters.")
