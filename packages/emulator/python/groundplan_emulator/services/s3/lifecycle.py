"""Lifecycle rules, of which moto drops sizes in filters and the number of versions to keep.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html
"""

from ...rules import after

#: of every configuration since September 2024
_DEFAULT_MINIMUM_SIZE = "all_storage_classes_128K"


@after("s3", "PutBucketLifecycleConfiguration")
def remember(call, answer):
    size = call.params.get("TransitionDefaultMinimumObjectSize") or _DEFAULT_MINIMUM_SIZE
    call.kind("lifecycle")[(call.params["Bucket"],)] = {"rules": call.params["LifecycleConfiguration"]["Rules"], "size": size}
    return {"TransitionDefaultMinimumObjectSize": size}


@after("s3", "GetBucketLifecycleConfiguration")
def show(call, answer):
    kept = call.kind("lifecycle").get((call.params["Bucket"],))
    if kept:
        answer["Rules"] = [{**rule, "Filter": rule["Filter"] or {"Prefix": ""}} if "Filter" in rule else rule for rule in kept["rules"]]
        answer["TransitionDefaultMinimumObjectSize"] = kept["size"]


@after("s3", "DeleteBucketLifecycle")
def forget(call, answer):
    call.kind("lifecycle").pop((call.params["Bucket"],), None)
