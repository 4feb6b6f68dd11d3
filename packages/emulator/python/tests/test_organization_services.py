"""What an organization's services are told for all of its accounts."""

import pytest

SERVICE = "config-multiaccountsetup.amazonaws.com"


@pytest.fixture
def organizations(aws):
    organizations = aws("organizations", "us-east-1")
    organizations.create_organization(FeatureSet="ALL")
    return organizations


@pytest.fixture
def member(organizations):
    return organizations.create_account(Email="m@example.com", AccountName="m")["CreateAccountStatus"]["AccountId"]


def test_one_account_administers_guardduty(aws, aws_of, organizations, member, refused):
    guardduty, theirs = aws("guardduty"), aws_of(member)("guardduty")
    detector = theirs.create_detector(Enable=True)["DetectorId"]
    with refused("BadRequestException"):
        theirs.update_organization_configuration(DetectorId=detector, AutoEnableOrganizationMembers="ALL")
    for call, who in ((theirs, member), (guardduty, "222222222222")):
        with refused("BadRequestException"):
            call.enable_organization_admin_account(AdminAccountId=who)
    guardduty.enable_organization_admin_account(AdminAccountId=member)
    with refused("BadRequestException"):
        guardduty.enable_organization_admin_account(AdminAccountId=member)
    feature = {"Name": "RUNTIME_MONITORING", "AutoEnable": "NEW"}
    agents = [{"Name": "ECS_FARGATE_AGENT_MANAGEMENT", "AutoEnable": "NEW"}]
    theirs.update_organization_configuration(
        DetectorId=detector, AutoEnableOrganizationMembers="ALL", Features=[{**feature, "AdditionalConfiguration": agents}]
    )
    theirs.update_organization_configuration(DetectorId=detector, Features=[{"Name": "S3_DATA_EVENTS", "AutoEnable": "ALL"}])
    shown = theirs.describe_organization_configuration(DetectorId=detector)
    features = {one["Name"]: one for one in shown["Features"]}
    assert (shown["AutoEnableOrganizationMembers"], shown["DataSources"]["S3Logs"]["AutoEnable"]) == ("ALL", True)
    assert {"Name": "ECS_FARGATE_AGENT_MANAGEMENT", "AutoEnable": "NEW"} in features["RUNTIME_MONITORING"]["AdditionalConfiguration"]
    assert features["EKS_AUDIT_LOGS"]["AutoEnable"] == "NONE"
    guardduty.disable_organization_admin_account(AdminAccountId=member)
    with refused("BadRequestException"):
        guardduty.disable_organization_admin_account(AdminAccountId=member)


def test_one_account_administers_security_hub(aws, aws_of, organizations, member, refused):
    hub, theirs = aws("securityhub"), aws_of(member)("securityhub")
    with refused("InvalidAccessException"):
        theirs.list_organization_admin_accounts()
    with refused("InvalidInputException"):
        hub.enable_organization_admin_account(AdminAccountId="222222222222")
    hub.enable_organization_admin_account(AdminAccountId=member)
    assert hub.list_organization_admin_accounts()["AdminAccounts"] == [{"AccountId": member, "Status": "ENABLED"}]
    with refused("InvalidAccessException"):
        theirs.describe_organization_configuration()
    theirs.enable_security_hub()
    local = {"ConfigurationType": "LOCAL"}
    theirs.update_organization_configuration(AutoEnable=True, AutoEnableStandards="NONE", OrganizationConfiguration=local)
    assert theirs.describe_organization_configuration()["AutoEnable"]
    hub.disable_organization_admin_account(AdminAccountId=member)
    assert hub.list_organization_admin_accounts()["AdminAccounts"] == []


def test_a_rule_of_an_organization_is_the_managements_or_a_delegates(aws, aws_of, organizations, member, refused):
    managed = {"OrganizationConfigRuleName": "keys", "OrganizationManagedRuleMetadata": {"RuleIdentifier": "ACCESS_KEYS_ROTATED"}}
    theirs, config = aws_of(member)("config"), aws("config")
    with refused("OrganizationAccessDeniedException"):
        theirs.put_organization_config_rule(**managed)
    organizations.register_delegated_administrator(AccountId=member, ServicePrincipal=SERVICE)
    theirs.put_organization_config_rule(**managed)
    with refused("InvalidParameterValueException"):
        config.put_organization_config_rule(OrganizationConfigRuleName="keys")
    arn = config.put_organization_config_rule(**managed)["OrganizationConfigRuleArn"]

    def status():
        shown = config.describe_organization_config_rule_statuses(OrganizationConfigRuleNames=["keys"])
        return shown["OrganizationConfigRuleStatuses"][0]["OrganizationRuleStatus"]

    assert (status(), status()) == ("CREATE_IN_PROGRESS", "CREATE_SUCCESSFUL")
    assert config.put_organization_config_rule(**managed)["OrganizationConfigRuleArn"] == arn
    assert (status(), status()) == ("UPDATE_IN_PROGRESS", "UPDATE_SUCCESSFUL")
    [shown] = config.describe_organization_config_rules()["OrganizationConfigRules"]
    assert shown["OrganizationManagedRuleMetadata"] == managed["OrganizationManagedRuleMetadata"]
    config.delete_organization_config_rule(OrganizationConfigRuleName="keys")
    assert status() == "DELETE_IN_PROGRESS"
    with refused("NoSuchOrganizationConfigRuleException"):
        status()


def test_a_pack_of_an_organization_may_be_in_the_call(aws, aws_of, organizations, member, refused):
    source = "Source: { Owner: AWS, SourceIdentifier: ROOT_ACCOUNT_MFA_ENABLED }"
    body = f"Resources: {{ R: {{ Type: AWS::Config::ConfigRule, Properties: {{ ConfigRuleName: r, {source} }} }} }}"
    with refused("OrganizationAccessDeniedException"):
        aws_of(member)("config").put_organization_conformance_pack(OrganizationConformancePackName="p", TemplateBody=body)
    config = aws("config")
    with refused("OrganizationConformancePackTemplateValidationException"):
        config.put_organization_conformance_pack(OrganizationConformancePackName="p", TemplateBody="Resources: {}")
    config.put_organization_conformance_pack(OrganizationConformancePackName="p", TemplateBody=body)
    assert len(config.describe_organization_conformance_packs()["OrganizationConformancePacks"]) == 1
    config.delete_organization_conformance_pack(OrganizationConformancePackName="p")


def test_without_an_organization_there_are_no_rules_of_one(aws, refused):
    with refused("NoAvailableOrganizationException"):
        aws("config").describe_organization_config_rules()


def test_a_share_takes_things_and_principals_later(aws, organizations, member, refused):
    ram = aws("ram")
    ram.enable_sharing_with_aws_organization()
    principals = [one["ServicePrincipal"] for one in organizations.list_aws_service_access_for_organization()["EnabledServicePrincipals"]]
    assert principals == ["ram.amazonaws.com"]
    assert aws("iam").get_role(RoleName="AWSServiceRoleForResourceAccessManager")
    share = ram.create_resource_share(name="lists", allowExternalPrincipals=False, tags=[{"key": "a", "value": "1"}])["resourceShare"]
    arn = {"resourceShareArn": share["resourceShareArn"]}
    prefixes = aws("ec2").create_managed_prefix_list(PrefixListName="p", AddressFamily="IPv4", MaxEntries=1)["PrefixList"]["PrefixListArn"]
    whole = organizations.describe_organization()["Organization"]["Arn"]
    ram.associate_resource_share(**arn, resourceArns=[prefixes], principals=[whole, member])
    for wrong in ({"principals": ["333333333333"]}, {"principals": ["nobody"]}, {"resourceArns": ["arn:aws:s3:::bucket"]}):
        code = {"333333333333": "OperationNotPermittedException", "nobody": "InvalidParameterException"}
        with refused(code.get(next(iter(wrong.values()))[0], "MalformedArnException")):
            ram.associate_resource_share(**arn, **wrong)

    def entities(kind):
        found = ram.get_resource_share_associations(associationType=kind, resourceShareArns=[share["resourceShareArn"]])
        return {one["associatedEntity"] for one in found["resourceShareAssociations"]}

    assert entities("RESOURCE") == {prefixes} and entities("PRINCIPAL") == {whole, member}
    ram.disassociate_resource_share(**arn, principals=[member])
    assert entities("PRINCIPAL") == {whole}
    ram.tag_resource(**arn, tags=[{"key": "b", "value": "2"}])
    ram.untag_resource(**arn, tagKeys=["a"])
    ram.create_resource_share(name="more")
    [shown] = ram.get_resource_shares(resourceOwner="SELF", name="lists")["resourceShares"]
    assert shown["tags"] == [{"key": "b", "value": "2"}]
    ram.delete_resource_share(**arn)
    with refused("UnknownResourceException"):
        ram.associate_resource_share(**arn, principals=[member])


def test_one_account_administers_inspector(aws, organizations, member, refused):
    inspector = aws("inspector2")
    with refused("ResourceNotFoundException"):
        inspector.disable_delegated_admin_account(delegatedAdminAccountId=member)
    inspector.enable_delegated_admin_account(delegatedAdminAccountId=member)
    with refused("ConflictException"):
        inspector.enable_delegated_admin_account(delegatedAdminAccountId="222222222222")
    inspector.disable_delegated_admin_account(delegatedAdminAccountId=member)
    assert inspector.list_delegated_admin_accounts()["delegatedAdminAccounts"] == []
