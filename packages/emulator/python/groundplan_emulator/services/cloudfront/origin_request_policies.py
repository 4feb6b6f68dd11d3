"""What an origin request policy may say.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginRequestPolicyConfig.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-request-create-origin-request-policy.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError
from . import backend, chosen_names

#: the cache policy's to choose
_OF_CACHE = ("accept-encoding", "authorization")


def checked(config: dict[str, Any]) -> dict[str, Any]:
    chosen_names.check(config, "OriginRequestPolicy")
    for header in backend.items(config["HeadersConfig"].get("Headers")):
        if header.lower() in _OF_CACHE and config["HeadersConfig"]["HeaderBehavior"] != "allExcept":
            raise AwsError("InvalidArgument", f"The parameter Headers contains {header} that is not allowed.")
    return config
