"""What moto lacks but answers all the same: it takes GET /bucket?metadataTable for a list of objects."""

from ...rules import stub

_LACKING = (
    "CreateBucketMetadataConfiguration",
    "CreateBucketMetadataTableConfiguration",
    "CreateSession",
    "DeleteBucketMetadataConfiguration",
    "DeleteBucketMetadataTableConfiguration",
    "GetBucketAbac",
    "GetBucketMetadataConfiguration",
    "GetBucketMetadataTableConfiguration",
    "GetBucketPolicyStatus",
    "GetObjectTorrent",
    "ListDirectoryBuckets",
    "PutBucketAbac",
    "RenameObject",
    "UpdateBucketMetadataInventoryTableConfiguration",
    "UpdateBucketMetadataJournalTableConfiguration",
    "UpdateObjectEncryption",
)


@stub("s3", *_LACKING)
def leave_unanswered(call):
    raise NotImplementedError(f"S3 {call.operation}")
