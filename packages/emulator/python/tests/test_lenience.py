import json
import subprocess
import sys
import urllib.request
from pathlib import Path

import boto3
import pytest
from botocore.config import Config

_REFUSAL = "AccessDeniedException: The specified KMS key does not exist or is not allowed to be used with Arn"


@pytest.fixture
def lenient():
    command = [sys.executable, "-m", "groundplan_emulator", "--port", "0", "--lenient"]
    with subprocess.Popen(
        command, cwd=Path(__file__).parent.parent, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{json.loads(process.stdout.readline())['port']}"
        finally:
            process.terminate()


def _told(url, endpoint):
    with urllib.request.urlopen(f"{url}/_groundplan/{endpoint}") as answer:
        return json.load(answer)


def test_what_a_policy_refuses_is_let_pass_where_that_was_asked_for_and_told_once(lenient):
    config = Config(retries={"max_attempts": 0})

    def client(service):
        keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
        return boto3.client(service, "eu-west-1", endpoint_url=lenient, config=config, **keys)

    assert _told(lenient, "health")["lenient"] is True
    key = client("kms").create_key()["KeyMetadata"]["Arn"]
    for _ in range(2):
        client("logs").create_log_group(logGroupName="g", kmsKeyId=key)
        assert [group["kmsKeyId"] for group in client("logs").describe_log_groups()["logGroups"]] == [key]
        client("logs").delete_log_group(logGroupName="g")
    [told] = _told(lenient, "concessions")
    assert (told["service"], told["operation"]) == ("logs", "CreateLogGroup")
    assert told["refusal"].startswith(_REFUSAL)
    client("config").put_configuration_recorder(ConfigurationRecorder={"name": "default", "roleARN": "arn:aws:iam::123456789012:role/r"})
    client("config").put_conformance_pack(ConformancePackName="p", TemplateBody="Resources: {}")
    assert len(_told(lenient, "concessions")) == 2


def test_nothing_is_let_pass_unasked(server, aws, says):
    key = aws("kms").create_key()["KeyMetadata"]["Arn"]
    with says("AccessDeniedException", "is not allowed to be used"):
        aws("logs").create_log_group(logGroupName="g", kmsKeyId=key)
    assert _told(server, "health")["lenient"] is False
    assert _told(server, "concessions") == []
