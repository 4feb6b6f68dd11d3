"""Which cookies, headers and query strings a policy chooses: all, none, or a list.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyHeadersConfig.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginRequestPolicyHeadersConfig.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError
from . import backend

#: with those, a list of names must stand beside
_LISTED = ("whitelist", "allExcept", "allViewerAndWhitelistCloudFront")
_MOST = 10
PARTS = {
    "CookiesConfig": ("CookieBehavior", "Cookies"),
    "HeadersConfig": ("HeaderBehavior", "Headers"),
    "QueryStringsConfig": ("QueryStringBehavior", "QueryStrings"),
}


def check(config: dict[str, Any], policy: str) -> None:
    for part, (behavior, names) in PARTS.items():
        chosen = config.get(part)
        if chosen is None:
            raise AwsError("InvalidArgument", f"The parameter {part} is required.")
        listed = backend.items(chosen.get(names))
        if (chosen[behavior] in _LISTED) != bool(listed):
            raise AwsError("InvalidArgument", f"The parameter {names} is not valid with {behavior} {chosen[behavior]}.")
        if len(listed) > _MOST:
            raise AwsError(f"TooMany{names}In{policy}", f"The number of {names.lower()} in the policy exceeds the maximum, {_MOST}.")


def chooses(config: dict[str, Any]) -> list[str]:
    """The behaviors that choose something."""
    return [behavior for part, (behavior, _) in PARTS.items() if config[part][behavior] != "none"]
