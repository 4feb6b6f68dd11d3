"""Buckets in moto."""

import json

from moto.s3.models import FakeBucket, S3Backend

from ...documents import names, principals, statements
from ...mend import mend


@mend(FakeBucket, "get_permission", source="7571412a3495", operations={"s3": ["PutBucketPolicy"]})
def conditions_of_bucket_policies(original):
    """moto ignores conditions, so that a policy that denies plain HTTP denies everything.

    Statements with a condition are left out (the emulator's HTTP stands for TLS); the others hold.
    """

    def get_permission(self, action, resource):
        if self.policy is None:
            return original(self, action, resource)
        whole = self.policy
        document = json.loads(whole)
        statements = document.get("Statement", [])
        statements = [statements] if isinstance(statements, dict) else statements
        document["Statement"] = [statement for statement in statements if not statement.get("Condition")]
        self.policy = json.dumps(document).encode()
        try:
            return original(self, action, resource)
        finally:
            self.policy = whole

    return get_permission


@mend(S3Backend, "log_incoming_request", source="87cb27fcc7ed", operations={"s3": ["PutBucketLogging"]})
def logs_that_come_later(original):
    """moto writes a log for each request at once, so that no log bucket is ever empty; AWS delivers within a few hours.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html#LogDeliveryBestEffort
    """
    return lambda self, request, bucket_name: None


@mend(S3Backend, "put_object_lock_configuration", source="553a029e18ea", operations={"s3": ["PutObjectLockConfiguration"]})
def lock_of_a_bucket_with_objects(original):
    """moto refuses a bucket that holds objects; AWS no longer does.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html
    """

    def put_object_lock_configuration(self, bucket_name, *arguments, **named):
        bucket = self.get_bucket(bucket_name)
        objects, bucket.keys = bucket.keys, type(bucket.keys)()
        try:
            return original(self, bucket_name, *arguments, **named)
        finally:
            bucket.keys = objects

    return put_object_lock_configuration


@mend(FakeBucket, "_log_permissions_enabled_policy", source="d647342f8ffe", operations={"s3": ["PutBucketLogging"]})
def policies_that_let_logs_in(original):
    """moto breaks on a statement for all, and knows neither lists of services nor other resources that hold the prefix.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html#grant-log-delivery-permissions-general
    """

    def lets_in(statement, target):
        service = "logging.s3.amazonaws.com" in principals(statement, "Service")
        return (
            service
            and statement.get("Effect") == "Allow"
            and names(statement, "Action", "s3:PutObject")
            and names(statement, "Resource", target)
        )

    def log_permissions_enabled_policy(target_bucket, target_prefix):
        target = f"arn:aws:s3:::{target_bucket.name}/{target_prefix or ''}2026-01-01-00-00-00-0"
        return any(lets_in(statement, target) for statement in statements(target_bucket.policy or b""))

    return staticmethod(log_permissions_enabled_policy)
