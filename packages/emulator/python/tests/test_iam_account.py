import json

import pytest

DOCUMENT = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}]})


@pytest.fixture
def iam(aws):
    return aws("iam")


def test_a_password_policy_is_set_replaced_and_removed(iam, refused):
    with refused("NoSuchEntity"):
        iam.get_account_password_policy()
    iam.update_account_password_policy(MinimumPasswordLength=14, MaxPasswordAge=90, PasswordReusePrevention=24)
    policy = iam.get_account_password_policy()["PasswordPolicy"]
    assert (policy["MinimumPasswordLength"], policy["MaxPasswordAge"], policy["PasswordReusePrevention"]) == (14, 90, 24)
    iam.update_account_password_policy(MinimumPasswordLength=16)
    assert "PasswordReusePrevention" not in iam.get_account_password_policy()["PasswordPolicy"]
    iam.delete_account_password_policy()
    with refused("NoSuchEntity"):
        iam.get_account_password_policy()


def test_an_alias_is_one_for_an_account_and_no_others(iam, aws_of, account, refused):
    iam.create_account_alias(AccountAlias=f"first-{account}")
    with refused("EntityAlreadyExists"):
        aws_of("999999999901")("iam").create_account_alias(AccountAlias=f"first-{account}")
    iam.create_account_alias(AccountAlias=f"second-{account}")
    assert iam.list_account_aliases()["AccountAliases"] == [f"second-{account}"]
    with refused("NoSuchEntity"):
        iam.delete_account_alias(AccountAlias=f"first-{account}")
    iam.delete_account_alias(AccountAlias=f"second-{account}")
    assert iam.list_account_aliases()["AccountAliases"] == []


def test_a_user_goes_after_all_that_it_holds(iam, refused):
    iam.create_group(GroupName="g")
    iam.create_user(UserName="u")
    iam.add_user_to_group(GroupName="g", UserName="u")
    iam.create_login_profile(UserName="u", Password="Str0ng-enough!")
    key = iam.create_access_key(UserName="u")["AccessKey"]["AccessKeyId"]
    taken = (
        lambda: iam.delete_login_profile(UserName="u"),
        lambda: iam.delete_access_key(UserName="u", AccessKeyId=key),
        lambda: iam.remove_user_from_group(GroupName="g", UserName="u"),
    )
    for take_away in taken:
        with refused("DeleteConflict"):
            iam.delete_user(UserName="u")
        take_away()
    iam.delete_user(UserName="u")
    with refused("NoSuchEntity"):
        iam.get_user(UserName="u")


def test_a_group_goes_after_its_users_and_policies(iam, refused):
    iam.create_group(GroupName="g")
    iam.create_user(UserName="u")
    iam.add_user_to_group(GroupName="g", UserName="u")
    iam.put_group_policy(GroupName="g", PolicyName="p", PolicyDocument=DOCUMENT)
    with refused("DeleteConflict"):
        iam.delete_group(GroupName="g")
    iam.remove_user_from_group(GroupName="g", UserName="u")
    with refused("DeleteConflict"):
        iam.delete_group(GroupName="g")
    iam.delete_group_policy(GroupName="g", PolicyName="p")
    iam.delete_group(GroupName="g")


def test_a_policy_goes_after_its_last_user_and_its_other_versions(iam, refused):
    trust = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}],
    }
    arn = iam.create_policy(PolicyName="p", PolicyDocument=DOCUMENT)["Policy"]["Arn"]
    iam.create_role(RoleName="r", AssumeRolePolicyDocument=json.dumps(trust), PermissionsBoundary=arn)
    with refused("DeleteConflict"):
        iam.delete_policy(PolicyArn=arn)
    iam.delete_role_permissions_boundary(RoleName="r")
    iam.attach_role_policy(RoleName="r", PolicyArn=arn)
    with refused("DeleteConflict"):
        iam.delete_policy(PolicyArn=arn)
    iam.detach_role_policy(RoleName="r", PolicyArn=arn)
    iam.create_policy_version(PolicyArn=arn, PolicyDocument=DOCUMENT)
    with refused("DeleteConflict"):
        iam.delete_policy(PolicyArn=arn)
    iam.delete_policy_version(PolicyArn=arn, VersionId="v2")
    iam.delete_policy(PolicyArn=arn)


def test_the_accounts_report_is_made_before_it_is_read(iam, refused):
    iam.create_user(UserName="u")
    with refused("ReportNotPresent"):
        iam.get_credential_report()
    iam.generate_credential_report()
    assert b"u,arn:aws:iam::" in iam.get_credential_report()["Content"]


def test_an_updated_role_keeps_what_is_not_said(iam):
    statement = {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}
    trust = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    iam.create_role(RoleName="kept", AssumeRolePolicyDocument=trust, Description="first", MaxSessionDuration=7200)
    iam.update_role(RoleName="kept", MaxSessionDuration=3600)
    iam.update_role(RoleName="kept", Description="second")
    role = iam.get_role(RoleName="kept")["Role"]
    assert (role["Description"], role["MaxSessionDuration"]) == ("second", 3600)
    iam.update_role(RoleName="kept", MaxSessionDuration=7200)
    assert iam.get_role(RoleName="kept")["Role"]["Description"] == "second"
    iam.delete_role(RoleName="kept")
