"""The encryption of buckets in moto."""

from moto.s3.models import FakeBucket, S3Backend

from ...mend import mend


def _by_s3():
    return {"Rule": {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": "false"}}


@mend(FakeBucket, "__init__", source="8965d4badfee", operations={"s3": ["CreateBucket", "GetBucketEncryption", "PutObject"]})
def encrypted_from_the_start(original):
    """moto encrypts nothing unless told; since 2023 S3 encrypts every object.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
    """

    def init(self, *arguments, **named):
        original(self, *arguments, **named)
        self.encryption = _by_s3()

    return init


@mend(S3Backend, "delete_bucket_encryption", source="7b2702d1fb13", operations={"s3": ["DeleteBucketEncryption"]})
def never_left_open(original):
    """What a bucket is set to goes; the encryption by S3 stays."""

    def delete_bucket_encryption(self, bucket_name):
        self.get_bucket(bucket_name).encryption = _by_s3()

    return delete_bucket_encryption
