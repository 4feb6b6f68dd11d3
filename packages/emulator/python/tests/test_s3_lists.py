import pytest


@pytest.fixture
def s3(aws):
    return aws("s3")


@pytest.fixture
def bucket(s3, account):
    name = f"b-{account}"
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    for key in ("a.txt", "b/1", "b/2", "b/c/3", "d e+&.txt", "z/9"):
        s3.put_object(Bucket=name, Key=key, Body=b"some")
    s3.put_object(Bucket=name, Key="gone", Body=b"x")
    s3.delete_object(Bucket=name, Key="gone")
    return name


def pages(s3, bucket, **asked):
    found = list(s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, **asked))
    keys = [one["Key"] for page in found for one in page.get("Contents", [])]
    return keys, [one["Prefix"] for page in found for one in page.get("CommonPrefixes", [])], len(found)


def test_a_list_has_what_stands_in_the_order_of_keys(s3, bucket):
    assert pages(s3, bucket) == (["a.txt", "b/1", "b/2", "b/c/3", "d e+&.txt", "z/9"], [], 1)


def test_a_page_ends_where_it_is_full_and_the_next_goes_on(s3, bucket):
    assert pages(s3, bucket, MaxKeys=2) == (["a.txt", "b/1", "b/2", "b/c/3", "d e+&.txt", "z/9"], [], 3)


def test_folders_are_told_once_over_pages_too(s3, bucket):
    for most, count in ((1000, 1), (1, 4), (3, 2)):
        assert pages(s3, bucket, Delimiter="/", MaxKeys=most) == (["a.txt", "d e+&.txt"], ["b/", "z/"], count)
    assert pages(s3, bucket, Delimiter="/", Prefix="b/") == (["b/1", "b/2"], ["b/c/"], 1)


def test_a_list_begins_after_a_key_and_within_a_prefix(s3, bucket):
    assert pages(s3, bucket, StartAfter="b/2")[0] == ["b/c/3", "d e+&.txt", "z/9"]
    assert pages(s3, bucket, StartAfter="b/2", Prefix="b/")[0] == ["b/c/3"]
    assert pages(s3, bucket, StartAfter="b", Prefix="z")[0] == ["z/9"]
    assert pages(s3, bucket, Prefix="none") == ([], [], 1)


def test_an_object_is_told_as_it_stands(s3, bucket):
    page = s3.list_objects_v2(Bucket=bucket, Prefix="a", FetchOwner=True)
    (one,) = page["Contents"]
    assert one["ETag"] == s3.head_object(Bucket=bucket, Key="a.txt")["ETag"]
    assert (one["Size"], one["StorageClass"]) == (4, "STANDARD")
    assert one["Owner"]["ID"]
    assert (page["KeyCount"], page["IsTruncated"], page["Name"]) == (1, False, bucket)


def test_a_token_is_one_of_ours(s3, bucket, refused):
    with refused("InvalidArgument"):
        s3.list_objects_v2(Bucket=bucket, ContinuationToken="\u00e4")


def test_a_list_needs_its_bucket(s3, refused):
    with refused("NoSuchBucket"):
        s3.list_objects_v2(Bucket="no-such-bucket-here")
