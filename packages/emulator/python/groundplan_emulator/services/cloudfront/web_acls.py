"""A distribution's web ACL: one of CloudFront's scope, named by its ARN, of the same account.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html (WebACLId)
"""

from __future__ import annotations

import re
from typing import Any

from ...call import AwsError, Call

_CLASSIC = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def check(call: Call, config: dict[str, Any]) -> None:
    from moto.wafv2.models import wafv2_backends

    name = config.get("WebACLId") or ""
    if not name or _CLASSIC.fullmatch(name):
        return
    if name not in wafv2_backends[call.account]["global"].wacls:
        text = "Web ACL is not accessible by the requester."
        raise AwsError("InvalidWebACLId", text)
