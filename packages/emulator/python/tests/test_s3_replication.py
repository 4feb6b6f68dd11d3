import copy

import pytest


@pytest.fixture
def s3(aws):
    return aws("s3")


@pytest.fixture
def buckets(s3, account):
    """The source and its replica, both with versions."""
    names = (f"b-{account}", f"b-{account}-copy")
    for name in names:
        s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    return names


@pytest.fixture
def wanted(account, buckets):
    rule = {
        "ID": "all",
        "Priority": 1,
        "Status": "Enabled",
        "Filter": {"Prefix": ""},
        "DeleteMarkerReplication": {"Status": "Enabled"},
        "Destination": {"Bucket": f"arn:aws:s3:::{buckets[1]}"},
    }
    return {"Role": f"arn:aws:iam::{account}:role/replication", "Rules": [rule]}


def replicate(s3, bucket, wanted, **changed):
    config = copy.deepcopy(wanted)
    config["Rules"][0] = {name: value for name, value in {**config["Rules"][0], **changed}.items() if value is not None}
    s3.put_bucket_replication(Bucket=bucket, ReplicationConfiguration=config)


def test_both_buckets_need_versions(s3, buckets, wanted, account, refused):
    plain = f"b-{account}-plain"
    s3.create_bucket(Bucket=plain, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    for source, target in ((plain, buckets[1]), (buckets[0], plain), (buckets[0], buckets[0]), (buckets[0], "none-at-all")):
        with refused("InvalidRequest"):
            replicate(s3, source, wanted, Destination={"Bucket": f"arn:aws:s3:::{target}"})
    replicate(s3, buckets[0], wanted)
    with refused("InvalidBucketState"):
        s3.put_bucket_versioning(Bucket=buckets[0], VersioningConfiguration={"Status": "Suspended"})
    s3.delete_bucket_replication(Bucket=buckets[0])
    s3.put_bucket_versioning(Bucket=buckets[0], VersioningConfiguration={"Status": "Suspended"})


def test_what_is_encrypted_by_a_key_needs_the_replicas_key_and_the_other_way_round(s3, buckets, wanted, refused):
    by_key = {"SseKmsEncryptedObjects": {"Status": "Enabled"}}
    key = {"EncryptionConfiguration": {"ReplicaKmsKeyID": "arn:aws:kms:eu-west-1:1:key/x"}}
    target = wanted["Rules"][0]["Destination"]
    with refused("InvalidRequest"):
        replicate(s3, buckets[0], wanted, SourceSelectionCriteria=by_key)
    with refused("InvalidRequest"):
        replicate(s3, buckets[0], wanted, Destination={**target, **key})
    replicate(s3, buckets[0], wanted, SourceSelectionCriteria=by_key, Destination={**target, **key})


def test_rules_of_today_name_priority_and_delete_markers(s3, buckets, wanted, refused):
    for field in ("Priority", "DeleteMarkerReplication"):
        with refused("InvalidRequest"):
            replicate(s3, buckets[0], wanted, **{field: None})
    twice = {**wanted, "Rules": [wanted["Rules"][0]] * 2}
    with refused("InvalidArgument"):
        s3.put_bucket_replication(Bucket=buckets[0], ReplicationConfiguration=twice)
