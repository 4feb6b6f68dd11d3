"""What a cache policy may say.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-key-understand-cache-policy.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError
from . import chosen_names

_DAY_IN_SECONDS, _YEAR_IN_SECONDS, _LONGEST = 86_400, 31_536_000, 3_155_760_000
_NOTHING = {
    "EnableAcceptEncodingGzip": False,
    "EnableAcceptEncodingBrotli": False,
    "CookiesConfig": {"CookieBehavior": "none"},
    "HeadersConfig": {"HeaderBehavior": "none"},
    "QueryStringsConfig": {"QueryStringBehavior": "none"},
}


def checked(config: dict[str, Any]) -> dict[str, Any]:
    least = config["MinTTL"]
    usual = _or(config.get("DefaultTTL"), max(least, _DAY_IN_SECONDS))
    most = _or(config.get("MaxTTL"), max(usual, _YEAR_IN_SECONDS))
    if not 0 <= least <= usual <= most <= _LONGEST:
        raise AwsError("InvalidArgument", "The parameters MinTTL, DefaultTTL and MaxTTL must be 0 or more, and must not fall.")
    key = {**_NOTHING, **(config.get("ParametersInCacheKeyAndForwardedToOrigin") or {})}
    chosen_names.check(key, "CachePolicy")
    if key["HeadersConfig"]["HeaderBehavior"] not in ("none", "whitelist"):
        raise AwsError("InvalidArgument", "The parameter HeaderBehavior is invalid: none or whitelist.")
    _check_caching(key, most)
    return {**config, "DefaultTTL": usual, "MaxTTL": most, "ParametersInCacheKeyAndForwardedToOrigin": key}


def _check_caching(key: dict[str, Any], most: int) -> None:
    if most > 0:
        return
    for behavior in chosen_names.chooses(key):
        raise AwsError("InvalidArgument", f"The parameter {behavior} is invalid for policy with caching disabled.")
    for name in ("EnableAcceptEncodingGzip", "EnableAcceptEncodingBrotli"):
        if key.get(name):
            raise AwsError("InvalidArgument", f"The parameter {name} is invalid for policy with caching disabled.")


def _or(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value
