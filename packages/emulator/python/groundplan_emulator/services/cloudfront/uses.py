"""What the distributions of an account use.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import backend


def behaviors(config: dict[str, Any]) -> list[dict[str, Any]]:
    return [config["DefaultCacheBehavior"], *backend.items(config.get("CacheBehaviors"))]


def of(config: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Field and value of everything that a configuration names."""
    for origin in backend.items(config.get("Origins")):
        yield "OriginAccessControlId", origin.get("OriginAccessControlId") or ""
        identity = (origin.get("S3OriginConfig") or {}).get("OriginAccessIdentity") or ""
        yield "OriginAccessIdentity", identity.removeprefix("origin-access-identity/cloudfront/")
    for behavior in behaviors(config):
        for field in ("CachePolicyId", "OriginRequestPolicyId", "ResponseHeadersPolicyId", "RealtimeLogConfigArn"):
            yield field, behavior.get(field) or ""
        for association in backend.items(behavior.get("FunctionAssociations")):
            yield "FunctionARN", association["FunctionARN"]
    yield "WebACLId", config.get("WebACLId") or ""
    yield "ACMCertificateArn", (config.get("ViewerCertificate") or {}).get("ACMCertificateArn") or ""


def by(account: str, field: str, value: str) -> list[dict[str, Any]]:
    """The distributions that name a value."""
    return [one for one in backend.every(account, "distribution") if (field, value) in set(of(one["config"]))]
