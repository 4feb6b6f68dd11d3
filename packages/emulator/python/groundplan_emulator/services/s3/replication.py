"""Replication: rules, of which moto keeps a few fields, and the versioning that they need. No object is copied.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html
https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html
https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
"""

from ...call import AwsError
from ...rules import after, before
from .bucket import existing


def _bucket(name):
    """Of any account, for a bucket's name is one in all."""
    from moto.s3.models import s3_backends

    partition, account = s3_backends.bucket_accounts.get(name, (None, None))
    return None if account is None else s3_backends[account][partition].buckets.get(name)


@before("s3", "PutBucketReplication")
def check(call):
    source, wanted = _bucket(existing(call)), call.params["ReplicationConfiguration"]
    if source.versioning_status != "Enabled":
        raise AwsError("InvalidRequest", "Versioning must be 'Enabled' on the bucket to apply a replication configuration")
    if not wanted.get("Role", "").startswith("arn:aws:iam::"):
        raise AwsError("InvalidArgument", "Invalid Amazon Resource Name for the role.")
    rules = wanted.get("Rules") or []
    for field in ("ID", "Priority"):
        told = [rule[field] for rule in rules if rule.get(field) is not None]
        if len(set(told)) != len(told):
            raise AwsError("InvalidArgument", f"Found two rules with the same {field}.")
    for rule in rules:
        _check_rule(rule, newest="Filter" in rule)
        _check_destination(rule, source)


def _check_rule(rule, newest):
    for field in ("DeleteMarkerReplication", "Priority") if newest else ():
        if rule.get(field) is None:
            text = f"{field} must be specified for this version of Cross Region Replication configuration schema."
            raise AwsError("InvalidRequest", text)
    by_key = (rule.get("SourceSelectionCriteria") or {}).get("SseKmsEncryptedObjects")
    key = (rule["Destination"].get("EncryptionConfiguration") or {}).get("ReplicaKmsKeyID")
    if bool(by_key) != bool(key):
        present, missing = ("SseKmsEncryptedObjects", "ReplicaKmsKeyID") if by_key else ("ReplicaKmsKeyID", "SseKmsEncryptedObjects")
        raise AwsError("InvalidRequest", f"{missing} must be specified if {present} tag is present.")


def _check_destination(rule, source):
    target = _bucket(rule["Destination"]["Bucket"].removeprefix("arn:aws:s3:::"))
    if target is None:
        raise AwsError("InvalidRequest", "Destination bucket must exist.")
    if target is source:
        raise AwsError("InvalidRequest", "Destination bucket cannot be the same as the source bucket.")
    if target.versioning_status != "Enabled":
        raise AwsError("InvalidRequest", "Destination bucket must have versioning enabled.")


@before("s3", "PutBucketVersioning")
def keep_versions_of_replicated(call):
    kept = call.kind("replication").get((existing(call),))
    if kept and call.params["VersioningConfiguration"].get("Status") == "Suspended":
        text = "A replication configuration is present on this bucket, so the versioning state cannot be changed."
        raise AwsError("InvalidBucketState", text, 409)


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
