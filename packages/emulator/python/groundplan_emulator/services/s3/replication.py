"""Replication rules, of which moto keeps a few fields.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html
"""

from ...rules import after


@after("s3", "PutBucketReplication")
def remember(call, answer):
    call.kind("replication")[(call.params["Bucket"],)] = call.params["ReplicationConfiguration"]


@after("s3", "GetBucketReplication")
def show(call, answer):
    kept = call.kind("replication").get((call.params["Bucket"],))
    if kept:
        answer["ReplicationConfiguration"] = kept


@after("s3", "DeleteBucketReplication")
def forget(call, answer):
    call.kind("replication").pop((call.params["Bucket"],), None)
