"""Names of buckets, and versions that a lock needs.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
"""

import re

from ...call import AwsError
from ...rules import after, before
from .bucket import existing

_NAME = re.compile(
    r"(?!xn--|sthree-|amzn-s3-demo-)(?!.*(-s3alias|--ol-s3|\.mrap|--x-s3)$)(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"
)


@before("s3", "CreateBucket")
def check_name(call):
    if not _NAME.fullmatch(call.params["Bucket"]):
        raise AwsError("InvalidBucketName", "The specified bucket is not valid.")


@before("s3", "PutBucketVersioning")
def keep_versions_of_locked(call):
    from moto.s3.models import s3_backends

    bucket = s3_backends[call.account]["aws"].buckets[existing(call)]
    if bucket.object_lock_enabled and call.params["VersioningConfiguration"].get("Status") == "Suspended":
        text = "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed."
        raise AwsError("InvalidBucketState", text, 409)


@after("s3", "GetObjectLockConfiguration")
def days_or_years(call, answer):
    """A retention has one of the two; moto gives the other as 0.

    https://docs.aws.amazon.com/AmazonS3/latest/API/API_DefaultRetention.html
    """
    retention = answer.get("ObjectLockConfiguration", {}).get("Rule", {}).get("DefaultRetention", {})
    for unit in ("Days", "Years"):
        if retention.get(unit) == 0:
            del retention[unit]
