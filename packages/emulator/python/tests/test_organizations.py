import json

import pytest

SCP = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "organizations:LeaveOrganization", "Resource": "*"}]})


@pytest.fixture
def organizations(aws):
    organizations = aws("organizations", "us-east-1")
    organizations.create_organization(FeatureSet="ALL")
    return organizations


@pytest.fixture
def root(organizations):
    root = organizations.list_roots()["Roots"][0]["Id"]
    organizations.enable_policy_type(RootId=root, PolicyType="SERVICE_CONTROL_POLICY")
    return root


def unit(organizations, parent, name="unit"):
    return organizations.create_organizational_unit(ParentId=parent, Name=name)["OrganizationalUnit"]["Id"]


def account(organizations, name="a"):
    return organizations.create_account(Email=f"{name}@example.com", AccountName=name)["CreateAccountStatus"]


def policy(organizations, name="p", kind="SERVICE_CONTROL_POLICY", content=SCP):
    return organizations.create_policy(Name=name, Description="", Type=kind, Content=content)["Policy"]["PolicySummary"]


def test_a_units_name_stands_once_beneath_its_parent_and_it_goes_when_empty(organizations, root, refused):
    outer = unit(organizations, root)
    with refused("DuplicateOrganizationalUnitException"):
        unit(organizations, root)
    inner = unit(organizations, outer)
    with refused("OrganizationalUnitNotEmptyException"):
        organizations.delete_organizational_unit(OrganizationalUnitId=outer)
    organizations.delete_organizational_unit(OrganizationalUnitId=inner)
    with refused("ParentNotFoundException"):
        unit(organizations, inner)
    organizations.delete_organizational_unit(OrganizationalUnitId=outer)


def test_units_lie_five_levels_deep(organizations, root, refused):
    parent = root
    for _ in range(5):
        parent = unit(organizations, parent)
    with refused("ConstraintViolationException"):
        unit(organizations, parent)


def test_an_address_belongs_to_one_account(organizations):
    first = account(organizations)
    assert organizations.describe_create_account_status(CreateAccountRequestId=first["Id"])["CreateAccountStatus"]["State"] == "SUCCEEDED"
    second = account(organizations)
    shown = organizations.describe_create_account_status(CreateAccountRequestId=second["Id"])["CreateAccountStatus"]
    assert (shown["State"], shown["FailureReason"]) == ("FAILED", "EMAIL_ALREADY_EXISTS")
    assert len(organizations.list_accounts()["Accounts"]) == 2


def test_an_account_moves_from_where_it_is(organizations, root, refused):
    name, there = account(organizations)["AccountId"], unit(organizations, root)
    with refused("SourceParentNotFoundException"):
        organizations.move_account(AccountId=name, SourceParentId=there, DestinationParentId=unit(organizations, root, "other"))
    organizations.move_account(AccountId=name, SourceParentId=root, DestinationParentId=there)
    assert organizations.list_parents(ChildId=name)["Parents"][0]["Id"] == there
    with refused("DuplicateAccountException"):
        organizations.move_account(AccountId=name, SourceParentId=root, DestinationParentId=there)


def test_who_administers_a_service_does_not_leave(organizations, refused):
    name = account(organizations)["AccountId"]
    for service in ("config.amazonaws.com", "securityhub.amazonaws.com", "backup.amazonaws.com"):
        organizations.register_delegated_administrator(AccountId=name, ServicePrincipal=service)
    with refused("InvalidInputException"):
        organizations.register_delegated_administrator(AccountId=name, ServicePrincipal="weather.amazonaws.com")
    with refused("ConstraintViolationException"):
        organizations.remove_account_from_organization(AccountId=name)
    for service in ("config.amazonaws.com", "securityhub.amazonaws.com", "backup.amazonaws.com"):
        organizations.deregister_delegated_administrator(AccountId=name, ServicePrincipal=service)
    organizations.remove_account_from_organization(AccountId=name)
    organizations.delete_organization()


@pytest.mark.parametrize("kind", ["BACKUP_POLICY", "CHATBOT_POLICY", "DECLARATIVE_POLICY_EC2", "TAG_POLICY"])
def test_policies_are_of_many_types(organizations, root, refused, kind):
    with refused("PolicyTypeNotEnabledException"):
        organizations.attach_policy(PolicyId=policy(organizations, "early", kind, '{"a": {}}')["Id"], TargetId=root)
    organizations.enable_policy_type(RootId=root, PolicyType=kind)
    with refused("PolicyTypeAlreadyEnabledException"):
        organizations.enable_policy_type(RootId=root, PolicyType=kind)
    made = policy(organizations, "p", kind, '{"a": {}}')
    assert made["Type"] == kind and f"/{kind.lower()}/" in made["Arn"]
    organizations.attach_policy(PolicyId=made["Id"], TargetId=root)
    assert [one["Id"] for one in organizations.list_policies_for_target(TargetId=root, Filter=kind)["Policies"]] == [made["Id"]]
    with refused("PolicyInUseException"):
        organizations.delete_policy(PolicyId=made["Id"])


def test_a_policy_is_attached_once_and_the_last_stays(organizations, root, refused):
    made = [policy(organizations, f"p{number}")["Id"] for number in range(5)]
    for name in made[:4]:
        organizations.attach_policy(PolicyId=name, TargetId=root)
    with refused("DuplicatePolicyAttachmentException"):
        organizations.attach_policy(PolicyId=made[0], TargetId=root)
    with refused("ConstraintViolationException"):  # five, AWS's own counted
        organizations.attach_policy(PolicyId=made[4], TargetId=root)
    with refused("PolicyNotAttachedException"):
        organizations.detach_policy(PolicyId=made[4], TargetId=root)
    for name in made[:4]:
        organizations.detach_policy(PolicyId=name, TargetId=root)
    with refused("ConstraintViolationException"):
        organizations.detach_policy(PolicyId="p-FullAWSAccess", TargetId=root)


def test_a_policys_content_has_a_form_and_a_length(organizations, refused):
    with refused("MalformedPolicyDocumentException"):
        policy(organizations, content="no json")
    with refused("ConstraintViolationException"):
        policy(organizations, content=json.dumps({"a": "x" * 5120}))
    made = policy(organizations)["Id"]
    with refused("MalformedPolicyDocumentException"):
        organizations.update_policy(PolicyId=made, Content="[]")
    organizations.update_policy(PolicyId=made, Description="b")


def test_the_organizations_policy_is_put_tagged_and_deleted(organizations, refused):
    with refused("ResourcePolicyNotFoundException"):
        organizations.describe_resource_policy()
    with refused("InvalidInputException"):
        organizations.put_resource_policy(Content=SCP)
    content = SCP.replace('"Effect"', '"Principal": {"AWS": "111111111111"}, "Effect"')
    made = organizations.put_resource_policy(Content=content, Tags=[{"Key": "a", "Value": "1"}])["ResourcePolicy"]["ResourcePolicySummary"]
    organizations.tag_resource(ResourceId=made["Id"], Tags=[{"Key": "b", "Value": "2"}])
    organizations.untag_resource(ResourceId=made["Id"], TagKeys=["a"])
    assert organizations.list_tags_for_resource(ResourceId=made["Id"])["Tags"] == [{"Key": "b", "Value": "2"}]
    assert organizations.describe_resource_policy()["ResourcePolicy"]["Content"] == content
    organizations.delete_resource_policy()
    with refused("TargetNotFoundException"):
        organizations.list_tags_for_resource(ResourceId=made["Id"])


def test_tags_of_units_accounts_and_policies_are_kept(organizations, root):
    for name in (root, unit(organizations, root), account(organizations)["AccountId"], policy(organizations)["Id"]):
        organizations.tag_resource(ResourceId=name, Tags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}])
        organizations.untag_resource(ResourceId=name, TagKeys=["a"])
        assert organizations.list_tags_for_resource(ResourceId=name)["Tags"] == [{"Key": "b", "Value": "2"}]
