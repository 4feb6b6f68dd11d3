import pytest


@pytest.fixture
def sso(aws):
    return aws("sso-admin")


@pytest.fixture
def instance(sso):
    return sso.list_instances()["Instances"][0]


@pytest.fixture
def permission_set(sso, instance):
    made = sso.create_permission_set(Name="admin", InstanceArn=instance["InstanceArn"], Tags=[{"Key": "a", "Value": "1"}])
    return {"InstanceArn": instance["InstanceArn"], "PermissionSetArn": made["PermissionSet"]["PermissionSetArn"]}


def test_a_permission_set_is_named_once_tagged_and_bounded(sso, permission_set, refused):
    with refused("ConflictException"):
        sso.create_permission_set(Name="admin", InstanceArn=permission_set["InstanceArn"])
    arn = permission_set["PermissionSetArn"]
    sso.tag_resource(ResourceArn=arn, Tags=[{"Key": "b", "Value": "2"}])
    sso.untag_resource(ResourceArn=arn, TagKeys=["a"])
    assert sso.list_tags_for_resource(ResourceArn=arn)["Tags"] == [{"Key": "b", "Value": "2"}]
    with refused("ResourceNotFoundException"):
        sso.get_permissions_boundary_for_permission_set(**permission_set)
    bound = {"ManagedPolicyArn": "arn:aws:iam::aws:policy/PowerUserAccess"}
    with refused("ValidationException"):
        both = {**bound, "CustomerManagedPolicyReference": {"Name": "p"}}
        sso.put_permissions_boundary_to_permission_set(**permission_set, PermissionsBoundary=both)
    sso.put_permissions_boundary_to_permission_set(**permission_set, PermissionsBoundary=bound)
    assert sso.get_permissions_boundary_for_permission_set(**permission_set)["PermissionsBoundary"] == bound
    sso.delete_permissions_boundary_from_permission_set(**permission_set)
    with refused("ResourceNotFoundException"):
        sso.get_permissions_boundary_for_permission_set(**permission_set)


def test_provisioning_is_done_after_a_look(sso, permission_set, refused):
    started = sso.provision_permission_set(**permission_set, TargetType="ALL_PROVISIONED_ACCOUNTS")["PermissionSetProvisioningStatus"]
    one = {"InstanceArn": permission_set["InstanceArn"], "ProvisionPermissionSetRequestId": started["RequestId"]}

    def status():
        return sso.describe_permission_set_provisioning_status(**one)["PermissionSetProvisioningStatus"]["Status"]

    assert (started["Status"], status(), status()) == ("IN_PROGRESS", "IN_PROGRESS", "SUCCEEDED")
    with refused("ResourceNotFoundException"):
        one["ProvisionPermissionSetRequestId"] = "00000000-0000-4000-8000-000000000000"
        status()


def test_an_assignment_is_of_what_stands_and_holds_its_permission_set(aws, sso, instance, permission_set, refused):
    organizations = aws("organizations")
    organizations.create_organization(FeatureSet="ALL")
    member = organizations.create_account(Email="m@example.com", AccountName="m")["CreateAccountStatus"]["AccountId"]
    store = {"IdentityStoreId": instance["IdentityStoreId"]}
    group = aws("identitystore").create_group(**store, DisplayName="admins")["GroupId"]
    wanted = {**permission_set, "TargetType": "AWS_ACCOUNT", "TargetId": member, "PrincipalType": "GROUP", "PrincipalId": group}
    for wrong in (
        {"TargetId": "222222222222"},
        {"PrincipalType": "USER"},
        {"PermissionSetArn": f"{permission_set['PermissionSetArn'].rpartition('/')[0]}/ps-0000000000000000"},
    ):
        with refused("ResourceNotFoundException"):
            sso.create_account_assignment(**{**wanted, **wrong})
    sso.create_account_assignment(**wanted)
    with refused("ConflictException"):
        sso.delete_permission_set(**permission_set)
    sso.delete_account_assignment(**wanted)
    sso.delete_permission_set(**permission_set)


def test_a_group_has_a_member_once(aws, instance, refused):
    identities, store = aws("identitystore"), {"IdentityStoreId": instance["IdentityStoreId"]}
    name = {"GivenName": "A", "FamilyName": "B"}
    user = identities.create_user(**store, UserName="a", DisplayName="a", Name=name)["UserId"]
    wanted = {**store, "GroupId": identities.create_group(**store, DisplayName="g")["GroupId"], "MemberId": {"UserId": user}}
    one = {**store, "MembershipId": identities.create_group_membership(**wanted)["MembershipId"]}
    with refused("ConflictException"):
        identities.create_group_membership(**wanted)
    assert identities.describe_group_membership(**one)["MemberId"] == {"UserId": user}
    identities.delete_group_membership(**one)
    with refused("ResourceNotFoundException"):
        identities.describe_group_membership(**one)


def test_users_and_groups_are_changed_attribute_by_attribute(aws, instance, refused):
    identities, store = aws("identitystore"), {"IdentityStoreId": instance["IdentityStoreId"]}
    user = identities.create_user(**store, UserName="a", DisplayName="a", Name={"GivenName": "A", "FamilyName": "B"})["UserId"]
    family = {"AttributePath": "name.familyName", "AttributeValue": "C"}
    identities.update_user(**store, UserId=user, Operations=[family, {"AttributePath": "displayName", "AttributeValue": "A C"}])
    shown = identities.describe_user(**store, UserId=user)
    assert (shown["DisplayName"], shown["Name"]["GivenName"], shown["Name"]["FamilyName"]) == ("A C", "A", "C")
    group = identities.create_group(**store, DisplayName="g")["GroupId"]
    identities.update_group(**store, GroupId=group, Operations=[{"AttributePath": "description", "AttributeValue": "b"}])
    assert identities.describe_group(**store, GroupId=group)["Description"] == "b"
    with refused("ResourceNotFoundException"):
        identities.update_user(**store, UserId=group, Operations=[family])
    with refused("ValidationException"):
        identities.update_group(**store, GroupId=group, Operations=[family])
