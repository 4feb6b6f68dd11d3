"""Bucket policies and access control lists that AWS would not take.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
"""

from ...call import AwsError
from ...documents import listed, principals, statements
from ...rules import before
from .bucket import existing


@before("s3", "PutBucketPolicy")
def check_policy(call):
    bucket = existing(call)
    found = statements(call.params["Policy"])
    if not found:
        raise AwsError("MalformedPolicy", "Policies must be valid JSON and the first byte must be '{'")
    arn = f"arn:aws:s3:::{bucket}"
    for statement in found:
        if "Principal" not in statement and "NotPrincipal" not in statement:
            raise AwsError("MalformedPolicy", "Missing required field Principal")
        if any(str(resource) != arn and not str(resource).startswith(f"{arn}/") for resource in listed(statement.get("Resource"))):
            raise AwsError("MalformedPolicy", "Policy has invalid resource")
    if _blocks_public_policies(call, bucket) and any(_is_public(statement) for statement in found):
        text = "because public policies are blocked by the BlockPublicPolicy block public access setting."
        raise AwsError("AccessDenied", f"User is not authorized to perform: s3:PutBucketPolicy on resource: {arn} {text}", 403)


def _is_public(statement):
    """For all, and no condition that could narrow it (those that can are many; any is taken to)."""
    return statement.get("Effect") == "Allow" and "*" in principals(statement, "AWS") and not statement.get("Condition")


def _blocks_public_policies(call, bucket):
    from moto.s3.models import s3_backends

    block = s3_backends[call.account]["aws"].buckets[bucket].public_access_block
    return block is not None and str(block.block_public_policy).lower() == "true"


@before("s3", "PutBucketAcl")
def refuse_acl(call):
    from moto.s3.models import s3_backends

    controls = s3_backends[call.account]["aws"].buckets[existing(call)].ownership_rule
    if controls == "BucketOwnerEnforced":
        raise AwsError("AccessControlListNotSupported", "The bucket does not allow ACLs")
