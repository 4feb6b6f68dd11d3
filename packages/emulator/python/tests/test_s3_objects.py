import base64
import hashlib
import zlib

import pytest


@pytest.fixture
def s3(aws):
    return aws("s3")


@pytest.fixture
def bucket(s3, account):
    name = f"b-{account}"
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    return name


@pytest.fixture
def versioned(s3, bucket):
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    return bucket


def put(s3, bucket, key, body=b"x", **more):
    return s3.put_object(Bucket=bucket, Key=key, Body=body, **more)


def test_a_write_can_ask_that_nothing_stands_there_or_what_was_read(s3, versioned, refused):
    first = put(s3, versioned, "k", IfNoneMatch="*")
    with refused("PreconditionFailed"):
        put(s3, versioned, "k", IfNoneMatch="*")
    put(s3, versioned, "k", b"y", IfMatch=first["ETag"])
    with refused("PreconditionFailed"):
        put(s3, versioned, "k", b"z", IfMatch=first["ETag"])
    with refused("NoSuchKey"):
        put(s3, versioned, "other", IfMatch=first["ETag"])
    s3.delete_object(Bucket=versioned, Key="k")
    with refused("NoSuchKey"):
        put(s3, versioned, "k", IfMatch=first["ETag"])
    put(s3, versioned, "k", IfNoneMatch="*")


def test_versions_come_newest_first_with_markers_in_pages(s3, versioned):
    written = [put(s3, versioned, "a", bytes([number]))["VersionId"] for number in range(3)]
    marker = s3.delete_object(Bucket=versioned, Key="a")["VersionId"]
    other = put(s3, versioned, "b")["VersionId"]
    pages = s3.get_paginator("list_object_versions").paginate(Bucket=versioned, PaginationConfig={"PageSize": 2})
    found = [(one["VersionId"], one["IsLatest"]) for page in pages for one in page.get("DeleteMarkers", []) + page.get("Versions", [])]
    latest = {marker, other}
    assert found == [(name, name in latest) for name in (marker, *reversed(written), other)]
    after = s3.list_object_versions(Bucket=versioned, KeyMarker="a")
    assert [one["Key"] for one in after["Versions"]] == ["b"] and "DeleteMarkers" not in after


def test_versions_of_folders_are_told_once(s3, versioned):
    for key in ("a/1", "a/2", "b", "c/1"):
        put(s3, versioned, key)
    first = s3.list_object_versions(Bucket=versioned, Delimiter="/", MaxKeys=2)
    assert [one["Prefix"] for one in first["CommonPrefixes"]] == ["a/"]
    assert [one["Key"] for one in first["Versions"]] == ["b"] and first["IsTruncated"]
    rest = s3.list_object_versions(Bucket=versioned, Delimiter="/", KeyMarker="b", VersionIdMarker=first["NextVersionIdMarker"])
    assert [one["Prefix"] for one in rest["CommonPrefixes"]] == ["c/"] and not rest["IsTruncated"]


def test_a_version_is_read_copied_and_removed_by_its_id(s3, versioned, refused):
    old = put(s3, versioned, "k", b"old", CacheControl="no-cache", ContentType="text/html", Metadata={"a": "b"})["VersionId"]
    put(s3, versioned, "k", b"new")
    read = s3.get_object(Bucket=versioned, Key="k", VersionId=old)
    assert read["Body"].read() == b"old"
    assert (read["CacheControl"], read["ContentType"], read["Metadata"]) == ("no-cache", "text/html", {"a": "b"})
    s3.copy_object(Bucket=versioned, Key="k", CopySource={"Bucket": versioned, "Key": "k", "VersionId": old})
    back = s3.get_object(Bucket=versioned, Key="k")
    assert (back["Body"].read(), back["CacheControl"], back["Metadata"]) == (b"old", "no-cache", {"a": "b"})
    marker = s3.delete_object(Bucket=versioned, Key="k")
    assert marker["DeleteMarker"]
    with refused("NoSuchKey"):
        s3.get_object(Bucket=versioned, Key="k")
    with refused("MethodNotAllowed"):
        s3.get_object(Bucket=versioned, Key="k", VersionId=marker["VersionId"])
    with refused("NoSuchVersion"):
        s3.get_object(Bucket=versioned, Key="k", VersionId="11111111-1111-4111-8111-111111111111")
    s3.delete_object(Bucket=versioned, Key="k", VersionId=marker["VersionId"])
    assert s3.get_object(Bucket=versioned, Key="k")["Body"].read() == b"old"


def test_many_are_deleted_at_once_with_versions_and_markers(s3, versioned):
    for number in range(3):
        put(s3, versioned, f"k{number}")
    plain = s3.delete_objects(Bucket=versioned, Delete={"Objects": [{"Key": "k0"}, {"Key": "none"}]})
    assert [one.get("DeleteMarker") for one in plain["Deleted"]] == [True, True]
    listed = s3.list_object_versions(Bucket=versioned)
    every = [{"Key": one["Key"], "VersionId": one["VersionId"]} for one in listed["Versions"] + listed["DeleteMarkers"]]
    assert len(every) == 5
    quiet = s3.delete_objects(Bucket=versioned, Delete={"Objects": every, "Quiet": True})
    assert "Deleted" not in quiet and "Errors" not in quiet
    s3.delete_bucket(Bucket=versioned)


def test_no_more_than_a_thousand_are_deleted_at_once(s3, bucket, refused):
    with refused("MalformedXML"):
        s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": f"k{number}"} for number in range(1001)]})


def test_a_thousand_and_one_come_in_two_pages(s3, bucket):
    for number in range(1001):
        put(s3, bucket, f"k{number:04}", b"")
    first = s3.list_objects_v2(Bucket=bucket)
    assert (first["KeyCount"], first["IsTruncated"]) == (1000, True)
    second = s3.list_objects_v2(Bucket=bucket, ContinuationToken=first["NextContinuationToken"])
    assert [one["Key"] for one in second["Contents"]] == ["k1000"]


BODY = b"groundplan"
SUMS = {
    "CRC32": base64.b64encode(zlib.crc32(BODY).to_bytes(4, "big")).decode(),
    "SHA1": base64.b64encode(hashlib.sha1(BODY).digest()).decode(),
    "SHA256": base64.b64encode(hashlib.sha256(BODY).digest()).decode(),
}


@pytest.mark.parametrize("algorithm", SUMS)
def test_a_checksum_is_held_against_the_body_and_given_back(s3, bucket, refused, algorithm):
    name, value = f"Checksum{algorithm}", SUMS[algorithm]
    assert put(s3, bucket, "k", BODY, **{name: value})[name] == value
    assert s3.head_object(Bucket=bucket, Key="k", ChecksumMode="ENABLED")[name] == value
    assert name not in s3.head_object(Bucket=bucket, Key="k")
    put(s3, bucket, "computed", BODY, ChecksumAlgorithm=algorithm)
    assert s3.head_object(Bucket=bucket, Key="computed", ChecksumMode="ENABLED")[name] == value
    with refused("BadDigest"):
        put(s3, bucket, "k", b"another", **{name: value})
    assert s3.list_objects_v2(Bucket=bucket)["Contents"][0]["ChecksumAlgorithm"] == [algorithm]


def test_the_buckets_key_encrypts_what_names_none(s3, aws, bucket):
    key = aws("kms").create_key()["KeyMetadata"]["Arn"]
    by_default = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key}
    rules = [{"ApplyServerSideEncryptionByDefault": by_default, "BucketKeyEnabled": True}]
    s3.put_bucket_encryption(Bucket=bucket, ServerSideEncryptionConfiguration={"Rules": rules})
    made = put(s3, bucket, "k")
    head = s3.head_object(Bucket=bucket, Key="k")
    for answer in (made, head):
        assert (answer["ServerSideEncryption"], answer["SSEKMSKeyId"]) == ("aws:kms", key)
    assert head["BucketKeyEnabled"]


def test_every_object_is_encrypted_by_s3_where_nothing_else_is_said(s3, bucket):
    assert put(s3, bucket, "k")["ServerSideEncryption"] == "AES256"
    s3.delete_bucket_encryption(Bucket=bucket)
    rule = s3.get_bucket_encryption(Bucket=bucket)["ServerSideEncryptionConfiguration"]["Rules"][0]
    assert rule["ApplyServerSideEncryptionByDefault"] == {"SSEAlgorithm": "AES256"} and not rule["BucketKeyEnabled"]


def test_an_upload_in_parts_becomes_one_object(s3, versioned):
    started = s3.create_multipart_upload(Bucket=versioned, Key="k", ContentType="video/mp4", CacheControl="max-age=1")["UploadId"]
    bodies = [b"a" * 5 * 1024 * 1024, b"b"]
    tags = [
        s3.upload_part(Bucket=versioned, Key="k", UploadId=started, PartNumber=number, Body=body)["ETag"]
        for number, body in enumerate(bodies, 1)
    ]
    parts = {"Parts": [{"PartNumber": number, "ETag": tag} for number, tag in enumerate(tags, 1)]}
    done = s3.complete_multipart_upload(Bucket=versioned, Key="k", UploadId=started, MultipartUpload=parts)
    assert done["ETag"].endswith('-2"') and done["VersionId"]
    head = s3.head_object(Bucket=versioned, Key="k")
    assert (head["ContentLength"], head["ContentType"], head["CacheControl"]) == (5 * 1024 * 1024 + 1, "video/mp4", "max-age=1")


def test_a_bucket_is_emptied_version_by_version_after_versioning_was_suspended(s3, versioned):
    first = put(s3, versioned, "k")["VersionId"]
    marker = s3.delete_object(Bucket=versioned, Key="k")["VersionId"]
    s3.put_bucket_versioning(Bucket=versioned, VersioningConfiguration={"Status": "Suspended"})
    s3.delete_objects(Bucket=versioned, Delete={"Objects": [{"Key": "k", "VersionId": first}]})
    assert [one["VersionId"] for one in s3.list_object_versions(Bucket=versioned)["DeleteMarkers"]] == [marker]
    s3.delete_objects(Bucket=versioned, Delete={"Objects": [{"Key": "k", "VersionId": marker}]})
    s3.delete_bucket(Bucket=versioned)
