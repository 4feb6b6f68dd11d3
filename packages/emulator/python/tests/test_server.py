"""The server itself: what is between a socket and a rule."""

import http.client
import json
import urllib.parse

import pytest


def scope(service, region="eu-west-1"):
    credential = f"Credential=test/20000101/{region}/{service}/aws4_request"
    return {"Authorization": f"AWS4-HMAC-SHA256 {credential}, SignedHeaders=host, Signature=0"}


@pytest.fixture
def connection(server):
    return http.client.HTTPConnection(urllib.parse.urlsplit(server).netloc)


def ask(connection, method, path, body=None, headers=None):
    connection.request(method, path, body, headers or {})
    response = connection.getresponse()
    return response.status, response.read().decode()


def test_health_tells_readiness_and_whose_it_is(connection):
    status, body = ask(connection, "GET", "/_groundplan/health")
    assert status == 200 and json.loads(body)["ready"] is True and json.loads(body)["pid"] > 0


def test_connections_stay_open_also_after_answers_without_a_body(connection, aws, account):
    aws("s3").create_bucket(Bucket=f"open-{account}", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    aws("s3").put_object(Bucket=f"open-{account}", Key="k", Body=b"0123456789")
    connection.connect()
    socket = connection.sock
    for _ in range(3):
        assert ask(connection, "HEAD", f"/open-{account}/k", headers=scope("s3"))[0] == 200
        assert ask(connection, "GET", "/_groundplan/health")[0] == 200
    assert connection.sock is socket


def test_a_proxys_request_reaches_the_bucket_that_its_host_names(connection, server, aws, account):
    port = urllib.parse.urlsplit(server).port
    bucket = f"proxy-{account}"
    location = b"<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>"
    assert ask(connection, "PUT", f"http://{bucket}.localhost:{port}/", location, scope("s3"))[0] == 200
    assert ask(connection, "PUT", f"http://{bucket}.localhost:{port}/a/b%20c", b"x", scope("s3"))[0] == 200
    assert ask(connection, "GET", f"/{bucket}/a/b%20c", headers=scope("s3")) == (200, "x")


def test_requests_to_other_hosts_are_not_passed_on(connection):
    status, body = ask(connection, "GET", "http://example.com/")
    assert status == 502 and "does not pass requests on to example.com" in body


def test_an_arn_in_a_path_stays_one_part_of_it(connection, aws, account):
    arn = urllib.parse.quote(f"arn:aws:eks:eu-west-1:{account}:cluster/none", safe="")
    status, _ = ask(connection, "GET", f"/tags/{arn}", headers=scope("eks"))
    calls = json.loads(ask(connection, "GET", "/_groundplan/calls")[1])
    assert status != 200 and "eks:ListTagsForResource" in calls


@pytest.mark.parametrize(
    ("service", "request_of"),
    {
        "ec2": ("POST", "/", "Action=DescribeMacHosts&Version=2016-11-15", {"Content-Type": "application/x-www-form-urlencoded"}),
        "kms": ("POST", "/", "{}", {"X-Amz-Target": "TrentService.DescribeCustomKeyStores", "Content-Type": "application/x-amz-json-1.1"}),
        "s3": ("GET", "/some-bucket?metadataTable", None, {}),
        "backup": ("GET", "/report-plans", None, {}),
    }.items(),
)
def test_what_nobody_answers_is_a_501_by_name_and_is_remembered(connection, service, request_of):
    method, path, body, headers = request_of
    status, text = ask(connection, method, path, body, {**scope(service), **headers})
    assert status == 501 and "the emulator does not answer" in text
    faults = json.loads(ask(connection, "GET", "/_groundplan/faults")[1])
    assert [fault["kind"] for fault in faults if fault["service"] == service] == ["unanswered"]


def test_a_request_that_moto_breaks_on_is_a_501_with_its_traceback_kept(connection):
    headers = {**scope("dynamodb"), "X-Amz-Target": "DynamoDB_20120810.PutItem", "Content-Type": "application/x-amz-json-1.0"}
    status, text = ask(connection, "POST", "/", "no json", headers)
    assert status == 501 and "the emulator failed in dynamodb PutItem" in text
    faults = json.loads(ask(connection, "GET", "/_groundplan/faults")[1])
    assert any(fault["kind"] == "traceback" and "Traceback" in fault["detail"] for fault in faults)


def test_a_reset_forgets_resources_and_record_alike(tmp_path):
    """On a server of its own: the others' must not lose theirs."""
    from subprocess import PIPE, Popen
    from sys import executable

    with Popen([executable, "-m", "groundplan_emulator"], stdout=PIPE, text=True) as process:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", json.loads(process.stdout.readline())["port"])
            form = {**scope("ec2"), "Content-Type": "application/x-www-form-urlencoded"}
            ask(connection, "POST", "/", "Action=EnableSerialConsoleAccess&Version=2016-11-15", form)
            ask(connection, "POST", "/", "Action=CreateVpc&CidrBlock=10.44.0.0%2F16&Version=2016-11-15", form)
            assert json.loads(ask(connection, "GET", "/_groundplan/calls")[1])
            assert ask(connection, "POST", "/_groundplan/reset")[0] == 200
            assert json.loads(ask(connection, "GET", "/_groundplan/calls")[1]) == {}
            assert "10.44.0.0" not in ask(connection, "POST", "/", "Action=DescribeVpcs&Version=2016-11-15", form)[1]
            assert ">false<" in ask(connection, "POST", "/", "Action=GetSerialConsoleAccessStatus&Version=2016-11-15", form)[1]
        finally:
            process.terminate()
