"""A distribution's configuration as AWS gives it back: whole, whatever was left out.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DefaultCacheBehavior.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html
"""

from __future__ import annotations

from typing import Any

from . import backend

_DAY_IN_SECONDS, _YEAR_IN_SECONDS = 86_400, 31_536_000
_NONE = {"Quantity": 0}
_CONFIG = {
    "Aliases": _NONE,
    "AnycastIpListId": "",
    "CacheBehaviors": _NONE,
    "Comment": "",
    "ContinuousDeploymentPolicyId": "",
    "CustomErrorResponses": _NONE,
    "DefaultRootObject": "",
    "HttpVersion": "http2",
    "IsIPV6Enabled": False,
    "Logging": {"Enabled": False, "IncludeCookies": False, "Bucket": "", "Prefix": ""},
    "OriginGroups": _NONE,
    "PriceClass": "PriceClass_All",
    "Restrictions": {"GeoRestriction": {"RestrictionType": "none", "Quantity": 0}},
    "Staging": False,
    "WebACLId": "",
}
_ORIGIN = {
    "ConnectionAttempts": 3,
    "ConnectionTimeout": 10,
    "CustomHeaders": _NONE,
    "OriginAccessControlId": "",
    "OriginPath": "",
    "OriginShield": {"Enabled": False},
}
_CUSTOM_ORIGIN = {
    "OriginKeepaliveTimeout": 5,
    "OriginReadTimeout": 30,
    "OriginSslProtocols": {"Quantity": 3, "Items": ["TLSv1", "TLSv1.1", "TLSv1.2"]},
}
_BEHAVIOR = {
    "Compress": False,
    "FieldLevelEncryptionId": "",
    "FunctionAssociations": _NONE,
    "GrpcConfig": {"Enabled": False},
    "LambdaFunctionAssociations": _NONE,
    "SmoothStreaming": False,
    "TrustedKeyGroups": {"Enabled": False, "Quantity": 0},
    "TrustedSigners": {"Enabled": False, "Quantity": 0},
}
#: of a behavior without a cache policy
_FORWARDED = {"Headers": _NONE, "QueryStringCacheKeys": _NONE, "Cookies": {"Forward": "none"}, "QueryString": False}
_ERROR_RESPONSE = {"ResponsePagePath": "", "ResponseCode": "", "ErrorCachingMinTTL": 10}


def fill(config: dict[str, Any]) -> dict[str, Any]:
    whole = {**_CONFIG, **_given(config)}
    whole["Logging"] = {**_CONFIG["Logging"], **_given(whole["Logging"])}
    whole["Origins"] = backend.listed([_origin(one) for one in backend.items(whole["Origins"])])
    whole["DefaultCacheBehavior"] = _behavior(whole["DefaultCacheBehavior"])
    whole["CacheBehaviors"] = backend.listed([_behavior(one) for one in backend.items(whole["CacheBehaviors"])])
    errors = [{**_ERROR_RESPONSE, **_given(one)} for one in backend.items(whole["CustomErrorResponses"])]
    whole["CustomErrorResponses"] = backend.listed(errors)
    whole["ViewerCertificate"] = _certificate(config.get("ViewerCertificate") or {})
    return whole


def _given(part: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if value is not None}


def _origin(origin: dict[str, Any]) -> dict[str, Any]:
    whole = {**_ORIGIN, **_given(origin)}
    if whole.get("CustomOriginConfig"):
        whole["CustomOriginConfig"] = {**_CUSTOM_ORIGIN, **_given(whole["CustomOriginConfig"])}
    return whole


def _behavior(behavior: dict[str, Any]) -> dict[str, Any]:
    whole = {**_BEHAVIOR, **_given(behavior)}
    allowed = whole.get("AllowedMethods") or {}
    whole["AllowedMethods"] = {
        **backend.listed(backend.items(allowed) or ["HEAD", "GET"]),
        "CachedMethods": backend.listed(backend.items(allowed.get("CachedMethods")) or ["HEAD", "GET"]),
    }
    if not whole.get("CachePolicyId"):
        whole["ForwardedValues"] = {**_FORWARDED, **_given(whole.get("ForwardedValues") or {})}
        whole.setdefault("MinTTL", 0)
        whole.setdefault("DefaultTTL", _DAY_IN_SECONDS)
        whole.setdefault("MaxTTL", _YEAR_IN_SECONDS)
    return whole


def _certificate(certificate: dict[str, Any]) -> dict[str, Any]:
    arn, server = certificate.get("ACMCertificateArn"), certificate.get("IAMCertificateId")
    if not arn and not server:
        # CloudFront's own certificate brings its own policy, whatever was asked for
        own = {"CloudFrontDefaultCertificate": True, "SSLSupportMethod": "vip"}
        return {**own, "MinimumProtocolVersion": "TLSv1", "CertificateSource": "cloudfront"}
    source = {"Certificate": arn or server, "CertificateSource": "acm" if arn else "iam"}
    return {"CloudFrontDefaultCertificate": False, "MinimumProtocolVersion": "TLSv1", **_given(certificate), **source}
