import json

import pytest


@pytest.fixture
def s3(aws):
    return aws("s3")


@pytest.fixture
def bucket(s3, account):
    name = f"b-{account}"
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    return name


def policy(bucket, **statement):
    whole = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/*", **statement}
    return json.dumps({"Version": "2012-10-17", "Statement": [whole]})


def test_names_that_break_the_rules_are_refused(s3, refused):
    for name in ("Upper", "two..dots", "10.0.0.1", "end-", "xn--x", "sthree-x"):
        with refused("InvalidBucketName"):
            s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})


def test_a_bucket_with_objects_or_versions_stays(s3, bucket, refused):
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    s3.put_object(Bucket=bucket, Key="k", Body=b"x")
    s3.delete_object(Bucket=bucket, Key="k")
    with refused("BucketNotEmpty"):
        s3.delete_bucket(Bucket=bucket)
    versions = s3.list_object_versions(Bucket=bucket)
    for version in versions["Versions"] + versions["DeleteMarkers"]:
        s3.delete_object(Bucket=bucket, Key="k", VersionId=version["VersionId"])
    s3.delete_bucket(Bucket=bucket)


def test_a_policy_with_a_condition_locks_nobody_out_and_one_without_holds(s3, bucket, refused):
    deny = {"Effect": "Deny", "Action": "s3:*"}
    tls = policy(bucket, **deny, Condition={"Bool": {"aws:SecureTransport": "false"}})
    s3.put_bucket_policy(Bucket=bucket, Policy=tls)
    s3.put_object(Bucket=bucket, Key="k", Body=b"x")
    s3.head_object(Bucket=bucket, Key="k")
    assert json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"]) == json.loads(tls)
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(bucket, **{**deny, "Action": "s3:GetObject"}))
    with refused("403"):
        s3.get_object(Bucket=bucket, Key="k")


def test_policies_that_aws_would_not_take_are_refused(s3, bucket, refused):
    for document in ("{}", policy("another"), json.dumps({"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]})):
        with refused("MalformedPolicy"):
            s3.put_bucket_policy(Bucket=bucket, Policy=document)


def test_a_public_policy_meets_the_block(s3, bucket, refused):
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(bucket))
    s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration={"BlockPublicPolicy": True})
    with refused("AccessDenied"):
        s3.put_bucket_policy(Bucket=bucket, Policy=policy(bucket))
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(bucket, Condition={"StringEquals": {"aws:SourceAccount": "1"}}))


def test_an_owner_enforced_bucket_takes_no_lists(s3, bucket, refused):
    s3.put_bucket_ownership_controls(Bucket=bucket, OwnershipControls={"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]})
    with refused("AccessControlListNotSupported"):
        s3.put_bucket_acl(Bucket=bucket, ACL="private")
    s3.put_bucket_ownership_controls(Bucket=bucket, OwnershipControls={"Rules": [{"ObjectOwnership": "BucketOwnerPreferred"}]})
    s3.put_bucket_acl(Bucket=bucket, ACL="private")


def test_a_locked_bucket_keeps_its_versions(s3, account, refused):
    name = f"locked-{account}"
    s3.create_bucket(Bucket=name, ObjectLockEnabledForBucket=True, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    with refused("InvalidBucketState"):
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Suspended"})


def test_lifecycle_rules_come_back_whole(s3, bucket, refused):
    rule = {
        "ID": "all",
        "Status": "Enabled",
        "Filter": {"And": {"Prefix": "old/", "ObjectSizeGreaterThan": 131072, "Tags": [{"Key": "a", "Value": "b"}]}},
        "NoncurrentVersionExpiration": {"NoncurrentDays": 90, "NewerNoncurrentVersions": 10},
        "Transitions": [{"Days": 30, "StorageClass": "GLACIER_IR"}],
    }
    for days in (30, 60):
        rule["Transitions"][0]["Days"] = days
        s3.put_bucket_lifecycle_configuration(Bucket=bucket, LifecycleConfiguration={"Rules": [rule]})
        found = s3.get_bucket_lifecycle_configuration(Bucket=bucket)
        assert found["Rules"] == [rule]
        assert found["TransitionDefaultMinimumObjectSize"] == "all_storage_classes_128K"
    s3.delete_bucket_lifecycle(Bucket=bucket)
    with refused("NoSuchLifecycleConfiguration"):
        s3.get_bucket_lifecycle_configuration(Bucket=bucket)


CONFIGURATIONS = {
    "metrics": {"Id": "a", "Filter": {"Prefix": "x/"}},
    "intelligent_tiering": {"Id": "a", "Status": "Enabled", "Tierings": [{"Days": 125, "AccessTier": "ARCHIVE_ACCESS"}]},
    "analytics": {"Id": "a", "StorageClassAnalysis": {}},
    "inventory": {
        "Id": "a",
        "IsEnabled": True,
        "IncludedObjectVersions": "All",
        "Schedule": {"Frequency": "Weekly"},
        "Destination": {"S3BucketDestination": {"Bucket": "arn:aws:s3:::x", "Format": "CSV"}},
    },
}


@pytest.mark.parametrize("kind", CONFIGURATIONS)
def test_configurations_are_made_read_and_removed(s3, bucket, refused, kind):
    noun = f"{''.join(word.title() for word in kind.split('_'))}Configuration"
    put, get, delete, every = (
        getattr(s3, f"{verb}_bucket_{kind}_configuration{end}") for verb, end in (("put", ""), ("get", ""), ("delete", ""), ("list", "s"))
    )
    with refused("NoSuchConfiguration"):
        get(Bucket=bucket, Id="a")
    put(Bucket=bucket, Id="a", **{noun: CONFIGURATIONS[kind]})
    assert get(Bucket=bucket, Id="a")[noun].items() >= {name: value for name, value in CONFIGURATIONS[kind].items() if value != {}}.items()
    assert [found["Id"] for found in every(Bucket=bucket)[f"{noun}List"]] == ["a"]
    with refused("InvalidArgument"):
        put(Bucket=bucket, Id="b", **{noun: CONFIGURATIONS[kind]})
    with refused("NoSuchBucket"):
        get(Bucket=f"{bucket}-none", Id="a")
    delete(Bucket=bucket, Id="a")
    with refused("NoSuchConfiguration"):
        delete(Bucket=bucket, Id="a")


def test_a_buckets_configuration_goes_with_it(s3, bucket, refused):
    s3.put_bucket_metrics_configuration(Bucket=bucket, Id="a", MetricsConfiguration={"Id": "a"})
    s3.put_bucket_request_payment(Bucket=bucket, RequestPaymentConfiguration={"Payer": "Requester"})
    assert s3.get_bucket_request_payment(Bucket=bucket)["Payer"] == "Requester"
    s3.delete_bucket(Bucket=bucket)
    s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    assert s3.get_bucket_request_payment(Bucket=bucket)["Payer"] == "BucketOwner"
    with refused("NoSuchConfiguration"):
        s3.get_bucket_metrics_configuration(Bucket=bucket, Id="a")


def test_notifications_to_event_bridge_alone_and_beside_others(s3, aws, bucket):
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={"EventBridgeConfiguration": {}})
    assert s3.get_bucket_notification_configuration(Bucket=bucket)["EventBridgeConfiguration"] == {}
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={})
    assert "EventBridgeConfiguration" not in s3.get_bucket_notification_configuration(Bucket=bucket)


def test_replication_keeps_every_field(s3, bucket, account):
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    s3.create_bucket(Bucket=f"{bucket}-copy", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    s3.put_bucket_versioning(Bucket=f"{bucket}-copy", VersioningConfiguration={"Status": "Enabled"})
    minutes = {"Minutes": 15}
    wanted = {
        "Role": f"arn:aws:iam::{account}:role/replication",
        "Rules": [
            {
                "ID": "all",
                "Priority": 1,
                "Status": "Enabled",
                "Filter": {"Prefix": "x"},
                "SourceSelectionCriteria": {"SseKmsEncryptedObjects": {"Status": "Enabled"}},
                "DeleteMarkerReplication": {"Status": "Enabled"},
                "Destination": {
                    "Bucket": f"arn:aws:s3:::{bucket}-copy",
                    "StorageClass": "STANDARD_IA",
                    "EncryptionConfiguration": {"ReplicaKmsKeyID": "arn:aws:kms:eu-west-1:1:key/x"},
                    "ReplicationTime": {"Status": "Enabled", "Time": minutes},
                    "Metrics": {"Status": "Enabled", "EventThreshold": minutes},
                },
            }
        ],
    }
    s3.put_bucket_replication(Bucket=bucket, ReplicationConfiguration=wanted)
    assert s3.get_bucket_replication(Bucket=bucket)["ReplicationConfiguration"] == wanted


def test_one_owner_in_every_answer(s3, bucket):
    assert s3.list_buckets()["Owner"]["ID"] == s3.get_bucket_acl(Bucket=bucket)["Owner"]["ID"]
