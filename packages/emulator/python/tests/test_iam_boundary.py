import json

import pytest

DOCUMENT = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}]})


@pytest.fixture
def iam(aws):
    return aws("iam")


@pytest.fixture
def boundary(iam):
    return iam.create_policy(PolicyName="boundary", PolicyDocument=DOCUMENT)["Policy"]["Arn"]


def _of(iam, name):
    return iam.get_user(UserName=name)["User"].get("PermissionsBoundary", {}).get("PermissionsBoundaryArn")


def test_a_user_is_made_with_a_boundary_and_loses_it(iam, boundary, refused):
    iam.create_user(UserName="u", PermissionsBoundary=boundary)
    assert _of(iam, "u") == boundary
    iam.delete_user_permissions_boundary(UserName="u")
    assert _of(iam, "u") is None
    with refused("NoSuchEntity"):
        iam.delete_user_permissions_boundary(UserName="u")
    iam.put_user_permissions_boundary(UserName="u", PermissionsBoundary=boundary)
    assert _of(iam, "u") == boundary
    with refused("DeleteConflict"):
        iam.delete_policy(PolicyArn=boundary)
    iam.delete_user(UserName="u")
    iam.create_user(UserName="u")
    assert _of(iam, "u") is None
    iam.delete_user(UserName="u")
    iam.delete_policy(PolicyArn=boundary)


def test_a_boundary_is_a_policy_that_stands(iam, account, refused):
    arn = f"arn:aws:iam::{account}:policy/none"
    with refused("NoSuchEntity"):
        iam.create_user(UserName="u", PermissionsBoundary=arn)
    trust = json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}],
        }
    )
    with refused("NoSuchEntity"):
        iam.create_role(RoleName="r", AssumeRolePolicyDocument=trust, PermissionsBoundary=arn)
    with refused("NoSuchEntity"):
        iam.put_user_permissions_boundary(UserName="nobody", PermissionsBoundary="arn:aws:iam::aws:policy/ReadOnlyAccess")
