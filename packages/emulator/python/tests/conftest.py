"""One server for all tests; each test has an account of its own in it."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import sys
from pathlib import Path

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError
from ecs_estate import Estate

_ROOT = Path(__file__).parent.parent
_accounts = itertools.count(200000000001)
# one session: it reads a service's model once
_session = boto3.Session()


@pytest.fixture(scope="session")
def server():
    command = [sys.executable, "-m", "groundplan_emulator", "--port", "0"]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{json.loads(process.stdout.readline())['port']}"
        finally:
            process.terminate()


@pytest.fixture
def account():
    return str(next(_accounts))


@pytest.fixture
def aws_of(server):
    """Makes what makes clients of an account: aws_of("111111111111")("ec2")."""
    config = Config(s3={"addressing_style": "path"}, retries={"max_attempts": 0})

    def make(service, region="eu-west-1", **keys):
        return _session.client(service, region, endpoint_url=server, config=config, **keys)

    own = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}

    def of(account):
        role = make("sts", **own).assume_role(RoleArn=f"arn:aws:iam::{account}:role/test", RoleSessionName="test")["Credentials"]
        keys = {
            "aws_access_key_id": role["AccessKeyId"],
            "aws_secret_access_key": role["SecretAccessKey"],
            "aws_session_token": role["SessionToken"],
        }
        return lambda service, region="eu-west-1": make(service, region, **keys)

    return of


@pytest.fixture
def aws(aws_of, account):
    """Makes clients of the test's own account: aws("ec2"), aws("s3", "us-east-1")."""
    return aws_of(account)


@pytest.fixture
def refused():
    """with refused("Code"): a call that AWS refuses with that error code."""

    class Refused:
        def __init__(self, code):
            self.code = code

        def __enter__(self):
            return self

        def __exit__(self, kind, error, trace):
            assert isinstance(error, ClientError), f"expected {self.code}, got {error!r}"
            assert error.response["Error"]["Code"] == self.code, error
            return True

    return Refused


@pytest.fixture
def says():
    """with says("Code", "part of AWS's text"): a call that AWS refuses so."""
    return lambda code, text: pytest.raises(ClientError, match=rf"\({code}\).*{re.escape(text)}")


@pytest.fixture
def estate(aws, account):
    return Estate(aws, account)


@pytest.fixture
def network(aws):
    """A VPC with an internet gateway, and subnets by their zones (a2 is a second one in a)."""
    ec2 = aws("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    subnets = {
        zone: ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{index}.0/24", AvailabilityZone=f"eu-west-1{zone[0]}")["Subnet"]["SubnetId"]
        for index, zone in enumerate(("a", "b", "a2"))
    }
    return {"vpc": vpc, "gateway": gateway, **subnets}


@pytest.fixture
def balancer(aws, network):
    return aws("elbv2").create_load_balancer(Name="web", Subnets=[network["a"], network["b"]])["LoadBalancers"][0]


@pytest.fixture
def target_group(aws, network):
    """Makes target groups of addresses, and gives their ARNs."""

    def make(name, **more):
        wanted = {"Name": name, "Protocol": "HTTP", "Port": 80, "VpcId": network["vpc"], "TargetType": "ip", **more}
        return aws("elbv2").create_target_group(**wanted)["TargetGroups"][0]["TargetGroupArn"]

    return make
