import pytest

FSBP = "arn:aws:securityhub:eu-west-1::standards/aws-foundational-security-best-practices/v/1.0.0"
CIS = "arn:aws:securityhub:eu-west-1::standards/cis-aws-foundations-benchmark/v/5.0.0"
FIRST_CIS = "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0"


@pytest.fixture
def hub(aws):
    hub = aws("securityhub")
    hub.enable_security_hub(EnableDefaultStandards=False)
    return hub


def subscribe(hub, *standards):
    requests = [{"StandardsArn": standard} for standard in standards]
    return [
        one["StandardsSubscriptionArn"]
        for one in hub.batch_enable_standards(StandardsSubscriptionRequests=requests)["StandardsSubscriptions"]
    ]


def statuses(hub):
    return {one["StandardsArn"]: one["StandardsStatus"] for one in hub.get_enabled_standards()["StandardsSubscriptions"]}


def test_a_hub_is_enabled_once_configured_and_disabled(aws, hub, refused):
    with refused("ResourceConflictException"):
        hub.enable_security_hub()
    hub.update_security_hub_configuration(AutoEnableControls=False, ControlFindingGenerator="STANDARD_CONTROL")
    shown = hub.describe_hub()
    assert (shown["AutoEnableControls"], shown["ControlFindingGenerator"]) == (False, "STANDARD_CONTROL")
    subscribe(hub, FSBP)
    hub.disable_security_hub()
    away = (hub.describe_hub, hub.disable_security_hub, hub.get_enabled_standards, hub.list_finding_aggregators)
    for call in (*away, aws("securityhub", "eu-central-1").describe_hub):
        with refused("InvalidAccessException"):
            call()
    hub.enable_security_hub(EnableDefaultStandards=False)
    assert statuses(hub) == {} and hub.describe_hub()["AutoEnableControls"]


def test_a_hub_begins_with_two_standards_unless_one_says_otherwise(aws):
    hub = aws("securityhub")
    hub.enable_security_hub()
    assert set(statuses(hub)) == {FSBP, FIRST_CIS}


def test_a_standard_is_ready_after_a_look_and_gone_after_another(hub, refused):
    arns = subscribe(hub, FSBP, CIS)
    assert statuses(hub) == {FSBP: "PENDING", CIS: "PENDING"}
    assert statuses(hub) == {FSBP: "READY", CIS: "READY"}
    hub.batch_disable_standards(StandardsSubscriptionArns=arns[:1])
    assert statuses(hub) == {FSBP: "DELETING", CIS: "READY"}
    assert statuses(hub) == {CIS: "READY"}
    with refused("InvalidInputException"):
        hub.batch_disable_standards(StandardsSubscriptionArns=arns[:1])
    assert CIS in [one["StandardsArn"] for one in hub.describe_standards()["Standards"]]


@pytest.mark.parametrize("wrong", [FSBP.replace("eu-west-1", "us-east-1"), CIS.replace("5.0.0", "9.0.0")])
def test_a_standard_is_one_of_its_region(hub, refused, wrong):
    with refused("InvalidInputException"):
        subscribe(hub, wrong)


def test_a_control_is_switched_off_for_one_standard_with_a_reason(hub):
    subscribe(hub, FSBP, CIS)

    def switch(**more):
        update = {"StandardsArn": FSBP, "SecurityControlId": "IAM.6", "AssociationStatus": "DISABLED", **more}
        return hub.batch_update_standards_control_associations(StandardsControlAssociationUpdates=[update])["UnprocessedAssociationUpdates"]

    def states():
        found = hub.list_standards_control_associations(SecurityControlId="IAM.6")["StandardsControlAssociationSummaries"]
        return {one["StandardsArn"]: one["AssociationStatus"] for one in found}

    assert switch()[0]["ErrorReason"].startswith("UpdatedReason")
    assert switch(UpdatedReason="none", StandardsArn=FIRST_CIS) and switch(UpdatedReason="none", SecurityControlId="iam-6")
    assert switch(UpdatedReason="no hardware") == []
    assert states() == {FSBP: "DISABLED", CIS: "ENABLED"}
    assert switch(AssociationStatus="ENABLED") == []
    assert states() == {FSBP: "ENABLED", CIS: "ENABLED"}


def test_a_control_of_the_first_benchmark_is_switched_off(hub, account, refused):
    [subscription] = subscribe(hub, FIRST_CIS)
    arn = f"arn:aws:securityhub:eu-west-1:{account}:control/cis-aws-foundations-benchmark/v/1.2.0/1.14"

    def shown():
        found = hub.describe_standards_controls(StandardsSubscriptionArn=subscription)["Controls"]
        return next(one for one in found if one["StandardsControlArn"] == arn)

    with refused("InvalidInputException"):
        hub.update_standards_control(StandardsControlArn=arn, ControlStatus="DISABLED")
    hub.update_standards_control(StandardsControlArn=arn, ControlStatus="DISABLED", DisabledReason="no hardware")
    assert (shown()["ControlStatus"], shown()["DisabledReason"]) == ("DISABLED", "no hardware")
    hub.update_standards_control(StandardsControlArn=arn, ControlStatus="ENABLED")
    assert shown()["ControlStatus"] == "ENABLED" and "DisabledReason" not in shown()
    with refused("ResourceNotFoundException"):
        hub.update_standards_control(StandardsControlArn=arn.replace("1.14", "1.15"), ControlStatus="ENABLED")


def test_an_account_has_one_aggregator_of_findings(aws, hub, refused):
    with refused("InvalidInputException"):
        hub.create_finding_aggregator(RegionLinkingMode="SPECIFIED_REGIONS")
    with refused("InvalidInputException"):
        hub.create_finding_aggregator(RegionLinkingMode="SPECIFIED_REGIONS", Regions=["eu-west-1"])
    arn = hub.create_finding_aggregator(RegionLinkingMode="ALL_REGIONS")["FindingAggregatorArn"]
    away = aws("securityhub", "eu-central-1")
    away.enable_security_hub()
    with refused("InvalidInputException"):
        away.create_finding_aggregator(RegionLinkingMode="ALL_REGIONS")
    with refused("InvalidInputException"):
        away.update_finding_aggregator(FindingAggregatorArn=arn, RegionLinkingMode="ALL_REGIONS")
    hub.update_finding_aggregator(FindingAggregatorArn=arn, RegionLinkingMode="SPECIFIED_REGIONS", Regions=["eu-central-1"])
    assert away.get_finding_aggregator(FindingAggregatorArn=arn)["Regions"] == ["eu-central-1"]
    hub.delete_finding_aggregator(FindingAggregatorArn=arn)
    assert hub.list_finding_aggregators()["FindingAggregators"] == []
    with refused("ResourceNotFoundException"):
        hub.get_finding_aggregator(FindingAggregatorArn=arn)


def test_a_products_findings_are_taken_once(hub, refused):
    product = "arn:aws:securityhub:eu-west-1::product/aws/guardduty"
    arn = hub.enable_import_findings_for_product(ProductArn=product)["ProductSubscriptionArn"]
    with refused("ResourceConflictException"):
        hub.enable_import_findings_for_product(ProductArn=product)
    assert hub.list_enabled_products_for_import()["ProductSubscriptions"] == [arn]
    hub.disable_import_findings_for_product(ProductSubscriptionArn=arn)
    with refused("ResourceNotFoundException"):
        hub.disable_import_findings_for_product(ProductSubscriptionArn=arn)
