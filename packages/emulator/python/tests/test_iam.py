import json

import pytest


def trust(**statement):
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", **statement}]})


EC2 = {"Service": "ec2.amazonaws.com"}


@pytest.mark.parametrize("document", [trust(), trust(Principal=EC2, Resource="*"), "{}", "no json"])
def test_a_trust_policy_that_aws_would_not_take_is_refused(aws, refused, document):
    with refused("MalformedPolicyDocument"):
        aws("iam").create_role(RoleName="r", AssumeRolePolicyDocument=document)


def test_a_role_is_made_changed_and_removed(aws, refused):
    iam = aws("iam")
    iam.create_role(RoleName="r", AssumeRolePolicyDocument=trust(Principal=EC2))
    with refused("MalformedPolicyDocument"):
        iam.update_assume_role_policy(RoleName="r", PolicyDocument=trust())
    iam.update_assume_role_policy(RoleName="r", PolicyDocument=trust(Principal={"Service": "ecs-tasks.amazonaws.com"}))
    assert iam.get_role(RoleName="r")["Role"]["AssumeRolePolicyDocument"]["Statement"][0]["Principal"] == {
        "Service": "ecs-tasks.amazonaws.com"
    }
    iam.put_role_policy(
        RoleName="r",
        PolicyName="p",
        PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}),
    )
    with refused("DeleteConflict"):
        iam.delete_role(RoleName="r")
    iam.delete_role_policy(RoleName="r", PolicyName="p")
    iam.delete_role(RoleName="r")


def reading(length):
    statement = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{'x' * length}"}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]}, indent=4)


def test_documents_have_a_greatest_length_and_white_space_is_not_counted(aws, refused):
    iam = aws("iam")
    with refused("LimitExceeded"):
        iam.create_role(RoleName="r", AssumeRolePolicyDocument=trust(Principal={"AWS": [f"arn:aws:iam::{n:012}:root" for n in range(99)]}))
    with refused("LimitExceeded"):
        iam.create_policy(PolicyName="p", PolicyDocument=reading(6100))
    iam.create_policy(PolicyName="p", PolicyDocument=reading(6000))
    iam.create_role(RoleName="r", AssumeRolePolicyDocument=trust(Principal=EC2) + " " * 2048)
    iam.put_role_policy(RoleName="r", PolicyName="one", PolicyDocument=reading(6000))
    with refused("LimitExceeded"):
        iam.put_role_policy(RoleName="r", PolicyName="two", PolicyDocument=reading(6000))
    iam.put_role_policy(RoleName="r", PolicyName="one", PolicyDocument=reading(6001))


def test_policies_that_aws_manages_stand(aws):
    name = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
    assert aws("iam").get_policy(PolicyArn=name)["Policy"]["PolicyName"] == "AmazonSSMManagedInstanceCore"


def test_accounts_are_apart(aws, account):
    assert aws("sts").get_caller_identity()["Account"] == account
    assert aws("iam").list_roles()["Roles"] == []


def test_a_user_has_no_credentials_of_services(aws):
    aws("iam").create_user(UserName="u")
    assert aws("iam").list_service_specific_credentials(UserName="u")["ServiceSpecificCredentials"] == []


@pytest.mark.parametrize(("service", "name"), [("config", "AWSServiceRoleForConfig"), ("guardduty", "AWSServiceRoleForAmazonGuardDuty")])
def test_a_service_linked_role_is_called_as_its_service_calls_it(aws, service, name):
    role = aws("iam").create_service_linked_role(AWSServiceName=f"{service}.amazonaws.com")["Role"]
    assert role["RoleName"] == name
    assert role["Arn"].endswith(f":role/aws-service-role/{service}.amazonaws.com/{name}")
