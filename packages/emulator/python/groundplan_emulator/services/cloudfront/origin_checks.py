"""What AWS refuses of origins.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html#add-origin-custom-headers-denylist
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
"""

from __future__ import annotations

import re
from typing import Any

from ...call import AwsError, Call
from . import backend

_BUCKET = re.compile(r".+\.s3(?!-website)([.-][a-z0-9-]+)*\.amazonaws\.com(\.cn)?")
_MOST_ORIGINS, _MOST_HEADERS = 100, 30
_SECONDS = {"ConnectionAttempts": (1, 3), "ConnectionTimeout": (1, 10)}
#: what CloudFront says to an origin itself
_OWN_HEADERS = re.compile(
    r"cache-control|connection|content-length|cookie|host|if-(match|modified-since|none-match|range|unmodified-since)|max-forwards|"
    r"pragma|proxy-(authenticate|authorization|connection)|range|request-range|te|trailer|transfer-encoding|upgrade|via|"
    r"x-amz-.+|x-edge-.+|x-real-ip"
)
_IDENTITY = "origin-access-identity/cloudfront/"
#: what an access control signs for, by the end of the origin's domain name
_SIGNED = {"lambda": ".on.aws", "mediastore": ".amazonaws.com", "mediapackagev2": ".amazonaws.com"}


def check(call: Call, config: dict[str, Any]) -> None:
    origins = backend.items(config["Origins"])
    if not origins:
        raise AwsError("InvalidOrigin", "A distribution needs an origin.")
    if len(origins) > _MOST_ORIGINS:
        raise AwsError("TooManyOrigins", "You cannot create more origins for the distribution.")
    if len({one["Id"] for one in origins}) != len(origins):
        raise AwsError("InvalidArgument", "The parameter Origin Id contains duplicates.")
    for origin in origins:
        _check_place(origin)
        _check_headers(origin)
        _check_access(call, origin)


def _check_place(origin: dict[str, Any]) -> None:
    domain, path = origin["DomainName"], origin.get("OriginPath") or ""
    if ":" in domain or "/" in domain:
        raise AwsError("InvalidArgument", "The parameter origin name cannot contain a colon or a slash.")
    if path and (not path.startswith("/") or path.endswith("/")):
        raise AwsError("InvalidArgument", "The parameter OriginPath must begin with '/' and cannot end with it.")
    kinds = [kind for kind in ("S3OriginConfig", "CustomOriginConfig", "VpcOriginConfig") if origin.get(kind) is not None]
    if len(kinds) != 1:
        raise AwsError("InvalidOrigin", "The origin needs exactly one of S3OriginConfig, CustomOriginConfig and VpcOriginConfig.")
    if "S3OriginConfig" in kinds and not _BUCKET.fullmatch(domain):
        raise AwsError("InvalidArgument", "The parameter Origin DomainName does not refer to a valid S3 bucket.")
    for field, (least, most) in _SECONDS.items():
        if not least <= (origin.get(field) or most) <= most:
            raise AwsError("InvalidArgument", f"The parameter {field} must be between {least} and {most}.")
    _check_custom(origin.get("CustomOriginConfig") or {})


def _check_custom(custom: dict[str, Any]) -> None:
    for field, code in (("OriginReadTimeout", "InvalidOriginReadTimeout"), ("OriginKeepaliveTimeout", "InvalidOriginKeepaliveTimeout")):
        if not 1 <= custom.get(field, 1) <= 120:
            raise AwsError(code, f"The {field} is outside of its range, 1 to 120 seconds.")
    for field in ("HTTPPort", "HTTPSPort"):
        port = custom.get(field, 80)
        if port not in (80, 443) and not 1024 <= port <= 65_535:
            raise AwsError("InvalidArgument", f"The parameter {field} must be 80, 443 or between 1024 and 65535.")


def _check_headers(origin: dict[str, Any]) -> None:
    names = [one["HeaderName"].lower() for one in backend.items(origin.get("CustomHeaders"))]
    if len(names) > _MOST_HEADERS:
        raise AwsError("TooManyOriginCustomHeaders", "Your request contains too many origin custom headers.")
    for name in names:
        if _OWN_HEADERS.fullmatch(name) or names.count(name) > 1:
            raise AwsError("InvalidArgument", f"The parameter HeaderName contains {name} that is not allowed, or is there twice.")


def _check_access(call: Call, origin: dict[str, Any]) -> None:
    name = origin.get("OriginAccessControlId") or ""
    identity = (origin.get("S3OriginConfig") or {}).get("OriginAccessIdentity") or ""
    if name and identity:
        text = "An origin cannot contain both an origin access control (OAC) and an origin access identity (OAI)."
        raise AwsError("IllegalOriginAccessConfiguration", text)
    if identity and (
        not identity.startswith(_IDENTITY) or identity.removeprefix(_IDENTITY) not in backend.kept(call.account, "origin access identity")
    ):
        raise AwsError("InvalidOriginAccessIdentity", "The specified origin access identity does not exist or is not valid.")
    if not name:
        return
    control = backend.kept(call.account, "origin access control").get(name)
    if control is None:
        raise AwsError("InvalidOriginAccessControl", "The origin access control is not valid.")
    kind, domain = control["config"]["OriginAccessControlOriginType"], origin["DomainName"]
    fits = _BUCKET.fullmatch(domain) and origin.get("S3OriginConfig") is not None if kind == "s3" else domain.endswith(_SIGNED[kind])
    if not fits:
        text = "An origin access control is associated with an origin whose domain name is not supported."
        raise AwsError("InvalidDomainNameForOriginAccessControl", text)
