"""The bucket of standard logs (the older kind), which must take access control lists.

https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
"""

from __future__ import annotations

import re
from typing import Any

from ...call import AwsError, Call

_DOMAIN = re.compile(r"(?P<bucket>.+)\.s3(\.[a-z0-9-]+)?\.amazonaws\.com")


def check(call: Call, config: dict[str, Any]) -> None:
    from moto.s3.models import s3_backends

    logging = config.get("Logging") or {}
    domain = logging.get("Bucket") or ""
    if not domain:
        if logging.get("Enabled"):
            raise AwsError("InvalidArgument", "The parameter Logging Bucket is required.")
        return
    found = _DOMAIN.fullmatch(domain)
    if found is None:
        raise AwsError("InvalidArgument", f"The parameter Logging Bucket does not refer to a valid S3 bucket: {domain}")
    bucket = next((one["aws"].buckets[found["bucket"]] for one in s3_backends.values() if found["bucket"] in one["aws"].buckets), None)
    if bucket is None:
        raise AwsError("InvalidArgument", f"The parameter Logging Bucket does not refer to a valid S3 bucket: {domain}")
    # what a bucket has that nobody changed
    if (bucket.ownership_rule or "BucketOwnerEnforced") == "BucketOwnerEnforced":
        text = f"The S3 bucket that you specified for CloudFront logs does not enable ACL access: {domain}"
        call.refuse(AwsError("InvalidArgument", text))
