import json

import pytest


@pytest.fixture
def s3(aws):
    return aws("s3")


@pytest.fixture
def buckets(s3, account):
    names = [f"{name}-{account}" for name in ("source", "target")]
    for name in names:
        s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    return names


def allow(s3, target, **grant):
    deny = {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": f"arn:aws:s3:::{target}/*"}
    tls = {**deny, "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
    logs = {"Effect": "Allow", "Principal": {"Service": ["logging.s3.amazonaws.com"]}, "Action": "s3:PutObject", **grant}
    s3.put_bucket_policy(Bucket=target, Policy=json.dumps({"Version": "2012-10-17", "Statement": [tls, logs]}))


def enable(s3, source, target):
    keys = {"PartitionedPrefix": {"PartitionDateSource": "EventTime"}}
    logging = {"TargetBucket": target, "TargetPrefix": "logs/", "TargetObjectKeyFormat": keys}
    s3.put_bucket_logging(Bucket=source, BucketLoggingStatus={"LoggingEnabled": logging})
    return logging


def test_logs_go_where_the_policy_lets_them_in_and_nowhere_else(s3, buckets, refused):
    source, target = buckets
    with refused("InvalidTargetBucketForLogging"):
        enable(s3, source, target)
    allow(s3, target, Resource=f"arn:aws:s3:::{target}/other/*")
    with refused("InvalidTargetBucketForLogging"):
        enable(s3, source, target)
    allow(s3, target, Resource=f"arn:aws:s3:::{target}/logs/*")
    wanted = enable(s3, source, target)
    assert s3.get_bucket_logging(Bucket=source)["LoggingEnabled"] == wanted
    s3.put_bucket_logging(Bucket=source, BucketLoggingStatus={})
    assert "LoggingEnabled" not in s3.get_bucket_logging(Bucket=source)


def test_logs_come_hours_later_so_that_a_short_lived_log_bucket_is_empty(s3, buckets):
    source, target = buckets
    allow(s3, target, Resource=f"arn:aws:s3:::{target}/*")
    enable(s3, source, target)
    s3.put_object(Bucket=source, Key="k", Body=b"x")
    assert s3.list_objects_v2(Bucket=target)["KeyCount"] == 0


def test_a_bucket_with_objects_can_be_locked(s3, buckets):
    source, _ = buckets
    s3.put_bucket_versioning(Bucket=source, VersioningConfiguration={"Status": "Enabled"})
    s3.put_object(Bucket=source, Key="k", Body=b"x")
    retention = {"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 1}}}
    s3.put_object_lock_configuration(Bucket=source, ObjectLockConfiguration=retention)
    assert s3.get_object_lock_configuration(Bucket=source)["ObjectLockConfiguration"] == retention
    assert s3.get_object(Bucket=source, Key="k")["Body"].read() == b"x"
