import pytest
from archive import Archive

SERVICE = "guardduty.amazonaws.com"


@pytest.fixture
def guardduty(aws):
    return aws("guardduty")


@pytest.fixture
def detector(guardduty):
    return guardduty.create_detector(Enable=True, Tags={"Name": "a"})["DetectorId"]


def features(guardduty, detector):
    return {one["Name"]: one["Status"] for one in guardduty.get_detector(DetectorId=detector)["Features"]}


def test_a_region_has_one_detector(guardduty, detector, aws, refused):
    with refused("BadRequestException"):
        guardduty.create_detector(Enable=True)
    aws("guardduty", "eu-central-1").create_detector(Enable=True)
    guardduty.update_detector(DetectorId=detector, FindingPublishingFrequency="ONE_HOUR")
    assert guardduty.get_detector(DetectorId=detector)["FindingPublishingFrequency"] == "ONE_HOUR"
    guardduty.delete_detector(DetectorId=detector)
    assert guardduty.list_detectors()["DetectorIds"] == []
    for call in (guardduty.get_detector, guardduty.delete_detector):
        with refused("BadRequestException"):
            call(DetectorId=detector)


def test_all_features_but_runtime_monitoring_are_on_at_first_and_change_one_by_one(guardduty, detector):
    shown = features(guardduty, detector)
    assert {name for name, status in shown.items() if status == "DISABLED"} == {"RUNTIME_MONITORING", "EKS_RUNTIME_MONITORING"}
    assert shown["RDS_LOGIN_EVENTS"] == "ENABLED"
    guardduty.update_detector(DetectorId=detector, Features=[{"Name": "S3_DATA_EVENTS", "Status": "DISABLED"}])
    assert features(guardduty, detector) == {**shown, "S3_DATA_EVENTS": "DISABLED"}
    sources = guardduty.get_detector(DetectorId=detector)["DataSources"]
    assert (sources["S3Logs"]["Status"], sources["DNSLogs"]["Status"]) == ("DISABLED", "ENABLED")


def test_runtime_monitoring_keeps_its_additional_configuration(guardduty, detector, refused):
    def more():
        found = {one["Name"]: one for one in guardduty.get_detector(DetectorId=detector)["Features"]}["RUNTIME_MONITORING"]
        return {one["Name"]: one["Status"] for one in found["AdditionalConfiguration"]}

    def switch(name, *configuration, status="ENABLED"):
        wanted = [{"Name": one, "Status": value} for one, value in configuration]
        feature = {"Name": name, "Status": status, **({"AdditionalConfiguration": wanted} if wanted else {})}
        guardduty.update_detector(DetectorId=detector, Features=[feature])

    switch("RUNTIME_MONITORING", ("ECS_FARGATE_AGENT_MANAGEMENT", "ENABLED"))
    switch("RUNTIME_MONITORING", ("EC2_AGENT_MANAGEMENT", "ENABLED"))
    assert more() == {
        "EKS_ADDON_MANAGEMENT": "DISABLED",
        "ECS_FARGATE_AGENT_MANAGEMENT": "ENABLED",
        "EC2_AGENT_MANAGEMENT": "ENABLED",
    }
    with refused("BadRequestException"):
        switch("EKS_RUNTIME_MONITORING", ("EC2_AGENT_MANAGEMENT", "ENABLED"))
    with refused("BadRequestException"):
        switch("MIND_READING")
    both = [{"Name": name, "Status": "ENABLED"} for name in ("RUNTIME_MONITORING", "EKS_RUNTIME_MONITORING")]
    with refused("BadRequestException"):
        guardduty.update_detector(DetectorId=detector, Features=both)


def test_filters_are_named_once_and_keep_their_tags(guardduty, detector, account, refused):
    wanted = {"DetectorId": detector, "Name": "low", "FindingCriteria": {"Criterion": {"severity": {"Lt": 4}}}}
    guardduty.create_filter(**wanted, Action="ARCHIVE", Rank=1, Tags={"a": "1"})
    with refused("BadRequestException"):
        guardduty.create_filter(**wanted)
    assert guardduty.list_filters(DetectorId=detector)["FilterNames"] == ["low"]
    guardduty.update_filter(DetectorId=detector, FilterName="low", Description="up to medium")
    arn = f"arn:aws:guardduty:eu-west-1:{account}:detector/{detector}/filter/low"
    guardduty.tag_resource(ResourceArn=arn, Tags={"b": "2"})
    guardduty.untag_resource(ResourceArn=arn, TagKeys=["a"])
    shown = guardduty.get_filter(DetectorId=detector, FilterName="low")
    assert (shown["Description"], shown["Tags"]) == ("up to medium", {"b": "2"})
    guardduty.delete_filter(DetectorId=detector, FilterName="low")
    with refused("BadRequestException"):
        guardduty.get_filter(DetectorId=detector, FilterName="low")


def test_a_detectors_tags_change(guardduty, detector, account):
    arn = f"arn:aws:guardduty:eu-west-1:{account}:detector/{detector}"
    guardduty.tag_resource(ResourceArn=arn, Tags={"Owner": "b"})
    guardduty.untag_resource(ResourceArn=arn, TagKeys=["Name"])
    assert guardduty.list_tags_for_resource(ResourceArn=arn)["Tags"] == {"Owner": "b"}
    assert guardduty.get_detector(DetectorId=detector)["Tags"] == {"Owner": "b"}


def test_findings_go_to_a_bucket_and_a_key_that_let_them(guardduty, detector, aws, account, refused):
    archive = Archive(aws, account)
    where = {"DestinationArn": archive.arn, "KmsKeyArn": archive.key(SERVICE)}

    def create(properties):
        return guardduty.create_publishing_destination(DetectorId=detector, DestinationType="S3", DestinationProperties=properties)

    with refused("BadRequestException"):
        create(where)
    archive.let()
    with refused("BadRequestException"):
        create({**where, "KmsKeyArn": archive.key()})
    one = {"DetectorId": detector, "DestinationId": create(where)["DestinationId"]}
    with refused("BadRequestException"):
        create(where)
    assert guardduty.describe_publishing_destination(**one)["Status"] == "PENDING_VERIFICATION"
    assert guardduty.describe_publishing_destination(**one)["Status"] == "PUBLISHING"
    other = archive.key(SERVICE)
    guardduty.update_publishing_destination(**one, DestinationProperties={"KmsKeyArn": other})
    assert guardduty.describe_publishing_destination(**one)["DestinationProperties"] == {**where, "KmsKeyArn": other}
    [listed] = guardduty.list_publishing_destinations(DetectorId=detector)["Destinations"]
    assert listed["DestinationType"] == "S3"
    guardduty.delete_publishing_destination(**one)
    with refused("BadRequestException"):
        guardduty.describe_publishing_destination(**one)
