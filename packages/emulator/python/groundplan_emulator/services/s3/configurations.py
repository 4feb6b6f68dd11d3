"""Configurations with an id: metrics, intelligent tiering, analytics, inventory.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketMetricsConfiguration.html
https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketIntelligentTieringConfiguration.html
https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAnalyticsConfiguration.html
https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketInventoryConfiguration.html
"""

from ...call import AwsError
from ...rules import stub
from .bucket import existing

_LIMIT_PER_BUCKET = 1000


def _configuration(name: str) -> None:
    noun = f"{name}Configuration"

    def key(call):
        return existing(call), name, call.params["Id"]

    @stub("s3", f"PutBucket{noun}")
    def put(call):
        kept = call.kind("configuration")
        if key(call) not in kept and sum(1 for other in kept if other[:2] == key(call)[:2]) >= _LIMIT_PER_BUCKET:
            raise AwsError("TooManyConfigurations", "You are attempting to create a new configuration but have already reached the limit")
        if call.params[noun].get("Id") != call.params["Id"]:
            raise AwsError("InvalidArgument", "the id in the query and the id in the configuration differ")
        kept[key(call)] = call.params[noun]

    @stub("s3", f"GetBucket{noun}")
    def get(call):
        kept = call.kind("configuration").get(key(call))
        if kept is None:
            raise AwsError("NoSuchConfiguration", "The specified configuration does not exist.", 404)
        return {noun: kept}

    @stub("s3", f"DeleteBucket{noun}")
    def delete(call):
        if call.kind("configuration").pop(key(call), None) is None:
            raise AwsError("NoSuchConfiguration", "The specified configuration does not exist.", 404)

    @stub("s3", f"ListBucket{noun}s")
    def list_all(call):
        here = (existing(call), name)
        return {"IsTruncated": False, f"{noun}List": [kept for other, kept in call.kind("configuration").items() if other[:2] == here]}


for _name in ("Metrics", "IntelligentTiering", "Analytics", "Inventory"):
    _configuration(_name)
