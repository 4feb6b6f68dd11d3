"""By plain requests: botocore signs for several regions only with a library in C, which the emulator does not need."""

import json
import urllib.error
import urllib.parse
import urllib.request

import pytest

_SCOPE = "AWS4-ECDSA-P256-SHA256 Credential={}/20000101/cloudfront-keyvaluestore/aws4_request, SignedHeaders=host, Signature=0"


@pytest.fixture
def make(aws, server):
    def of(**wanted):
        made = aws("cloudfront").create_key_value_store(**wanted)["KeyValueStore"]["ARN"]
        return Store(aws("cloudfront")._request_signer._credentials.access_key, server, made)

    return of


@pytest.fixture
def store(make):
    return make(Name="users")


class Store:
    def __init__(self, access_key, server, arn):
        self.access_key, self.server, self.arn = access_key, server, arn

    def call(self, method, path="", body=None, version=None):
        """The answer, or the error's code."""
        url = f"{self.server}/key-value-stores/{urllib.parse.quote(self.arn, safe='')}{path}"
        host = f"{self.arn.split(':')[4]}.{self.server.removeprefix('http://').replace('127.0.0.1', 'localhost')}"
        headers = {"Authorization": _SCOPE.format(self.access_key), "Host": host, "Content-Type": "application/json"}
        if version:
            headers["If-Match"] = version
        data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(urllib.request.Request(url, data, headers, method=method)) as answer:
                return {**json.loads(answer.read()), "ETag": answer.headers["ETag"]}
        except urllib.error.HTTPError as error:
            return error.headers["x-amzn-ErrorType"]

    def put(self, key, value, version):
        return self.call("PUT", f"/keys/{urllib.parse.quote(key, safe='')}", {"Value": value}, version)

    def version(self):
        return self.call("GET")["ETag"]


def test_a_change_names_the_version_that_it_changes(store, aws):
    empty = store.call("GET")
    assert (empty["ItemCount"], empty["TotalSizeInBytes"], empty["KvsARN"]) == (0, 0, store.arn)
    one = store.put("basic-auth/someone", "secret", empty["ETag"])
    assert (one["ItemCount"], one["TotalSizeInBytes"]) == (1, len("basic-auth/someonesecret"))
    assert store.put("other", "x", empty["ETag"]) == "ConflictException"
    assert store.put("other", "x", None) == "ValidationException"
    # that of CloudFront's own API does not fit
    assert store.put("other", "x", aws("cloudfront").describe_key_value_store(Name="users")["ETag"]) == "ConflictException"
    assert store.call("GET", "/keys/basic-auth%2Fsomeone")["Value"] == "secret"
    gone = store.call("DELETE", "/keys/basic-auth%2Fsomeone", version=one["ETag"])
    assert gone["ItemCount"] == 0
    assert store.call("GET", "/keys/basic-auth%2Fsomeone") == "ResourceNotFoundException"


def test_many_keys_are_changed_at_once_or_none(store):
    puts = [{"Key": f"k{number:02}", "Value": "x"} for number in range(50)]
    assert store.call("POST", "/keys", {"Puts": [*puts, {"Key": "more", "Value": "x"}]}, store.version()) == "ValidationException"
    assert store.call("GET")["ItemCount"] == 0
    made = store.call("POST", "/keys", {"Puts": puts}, store.version())
    changed = store.call("POST", "/keys", {"Puts": [{"Key": "k00", "Value": "y"}], "Deletes": [{"Key": "k01"}]}, made["ETag"])
    assert changed["ItemCount"] == 49
    first = store.call("GET", "/keys?MaxResults=48")
    rest = store.call("GET", f"/keys?NextToken={first['NextToken']}")
    assert [one["Key"] for one in first["Items"] + rest["Items"]] == ["k00", *(f"k{number:02}" for number in range(2, 50))]


def test_keys_and_values_keep_their_sizes(store):
    for key, value in (("k" * 513, "x"), ("k", "x" * 1025)):
        assert store.put(key, value, store.version()) == "ValidationException"
    assert store.put("k" * 512, "x" * 1024, store.version())["ItemCount"] == 1


def test_a_store_starts_with_an_object_of_a_bucket(aws, make, account, refused):
    s3, bucket = aws("s3"), f"data-{account}"
    s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    s3.put_object(Bucket=bucket, Key="good.json", Body=b'{"data":[{"key":"a","value":"b"}]}')
    s3.put_object(Bucket=bucket, Key="bad.json", Body=b"[]")
    source = {"SourceType": "S3", "SourceARN": f"arn:aws:s3:::{bucket}/good.json"}
    assert make(Name="full", ImportSource=source).call("GET", "/keys")["Items"] == [{"Key": "a", "Value": "b"}]
    for key in ("bad.json", "none.json"):
        with refused("InvalidArgument"):
            make(Name=key[:3], ImportSource={**source, "SourceARN": f"arn:aws:s3:::{bucket}/{key}"})
