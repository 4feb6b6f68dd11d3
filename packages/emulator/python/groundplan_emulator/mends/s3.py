"""S3's classes in moto."""

import json

from moto.s3.models import FakeBucket

from ..mend import mend


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
