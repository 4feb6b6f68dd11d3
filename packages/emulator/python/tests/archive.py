"""A bucket and a key that services may write with, as tests of what they write need them."""

import json

SERVICES = ("cloudtrail.amazonaws.com", "config.amazonaws.com", "guardduty.amazonaws.com")


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def trust(service):
    return policy({"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": service}})


class Archive:
    def __init__(self, aws, account):
        self._aws, self.account, self.bucket = aws, account, f"archive-{account}"
        self.arn = f"arn:aws:s3:::{self.bucket}"
        aws("s3").create_bucket(Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})

    def let(self, *more, accounts=None, services=SERVICES):
        """Lets the services write for accounts; denies plain HTTP."""
        objects = [f"{self.arn}/AWSLogs/{account}/*" for account in accounts or [self.account]]
        everything = {"Principal": "*", "Action": "s3:*", "Resource": [self.arn, f"{self.arn}/*"]}
        statements = (
            {"Effect": "Allow", "Principal": {"Service": list(services)}, "Action": "s3:GetBucketAcl", "Resource": self.arn},
            {"Effect": "Allow", "Principal": {"Service": list(services)}, "Action": "s3:PutObject", "Resource": objects},
            {"Effect": "Deny", **everything, "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
        )
        self._aws("s3").put_bucket_policy(Bucket=self.bucket, Policy=policy(*statements, *more))

    def deny(self):
        self._aws("s3").delete_bucket_policy(Bucket=self.bucket)

    def key(self, *services, condition=None):
        own = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{self.account}:root"}, "Action": "kms:*", "Resource": "*"}
        use = {"Effect": "Allow", "Principal": {"Service": list(services)}, "Action": "kms:GenerateDataKey*", "Resource": "*"}
        document = policy(own, *([{**use, **({"Condition": condition} if condition else {})}] if services else []))
        return self._aws("kms").create_key(Policy=document)["KeyMetadata"]["Arn"]

    def role(self, name, service, *statements):
        iam = self._aws("iam")
        arn = iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust(service))["Role"]["Arn"]
        if statements:
            iam.put_role_policy(RoleName=name, PolicyName="own", PolicyDocument=policy(*statements))
        return arn
