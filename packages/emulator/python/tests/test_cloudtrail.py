import pytest
from archive import Archive

ALL = {"ReadWriteType": "All", "IncludeManagementEvents": True}


@pytest.fixture
def trails(aws):
    return aws("cloudtrail")


@pytest.fixture
def archive(aws, account):
    made = Archive(aws, account)
    made.let()
    return made


def make(trails, archive, name="main", **more):
    return trails.create_trail(Name=name, S3BucketName=archive.bucket, **more)["TrailARN"]


def test_a_trail_is_made_started_changed_by_its_arn_and_deleted(trails, archive, refused):
    arn = make(trails, archive, TagsList=[{"Key": "Name", "Value": "a"}])
    with refused("TrailAlreadyExistsException"):
        make(trails, archive)
    assert not trails.get_trail_status(Name=arn)["IsLogging"]
    trails.start_logging(Name=arn)
    assert trails.get_trail_status(Name=arn)["IsLogging"]
    trails.update_trail(Name=arn, EnableLogFileValidation=True)
    trail = trails.get_trail(Name=arn)["Trail"]
    assert (trail["LogFileValidationEnabled"], trail["HomeRegion"]) == (True, "eu-west-1")
    trails.stop_logging(Name=arn)
    assert not trails.get_trail_status(Name=arn)["IsLogging"]
    trails.delete_trail(Name=arn)
    with refused("TrailNotFoundException"):
        trails.get_trail(Name="main")


def test_a_region_has_five_trails_and_each_is_found_alone(trails, archive, refused):
    for number in range(5):
        make(trails, archive, f"trail-{number}")
    with refused("MaximumNumberOfTrailsExceededException"):
        make(trails, archive, "trail-5")
    [found] = trails.describe_trails(trailNameList=["trail-3"])["trailList"]
    assert found["Name"] == "trail-3"


def test_a_trail_of_all_regions_is_seen_in_each_and_changed_at_home(aws, trails, archive, refused):
    arn = make(trails, archive, IsMultiRegionTrail=True)
    make(trails, archive, "here")
    away = aws("cloudtrail", "eu-central-1")
    assert [trail["TrailARN"] for trail in away.describe_trails()["trailList"]] == [arn]
    assert away.get_trail(Name=arn)["Trail"]["HomeRegion"] == "eu-west-1"
    assert away.get_event_selectors(TrailName=arn)["EventSelectors"]
    with refused("InvalidHomeRegionException"):
        away.stop_logging(Name=arn)
    with refused("InvalidHomeRegionException"):
        away.delete_trail(Name=arn)


def test_a_bucket_must_let_the_trail_write(trails, archive, account, refused):
    archive.deny()
    with refused("InsufficientS3BucketPolicyException"):
        make(trails, archive)
    archive.let(accounts=["222222222222"])
    with refused("InsufficientS3BucketPolicyException"):
        make(trails, archive)
    archive.let()
    with refused("InsufficientS3BucketPolicyException"):
        make(trails, archive, S3KeyPrefix="trails")
    everything = {"Principal": "*", "Action": "s3:PutObject", "Resource": f"{archive.arn}/*"}
    elsewhere = {"StringNotEquals": {"aws:SourceArn": f"arn:aws:cloudtrail:eu-west-1:{account}:trail/other"}}
    archive.let({"Effect": "Deny", **everything, "Condition": elsewhere})
    with refused("InsufficientS3BucketPolicyException"):
        make(trails, archive)
    with refused("S3BucketDoesNotExistException"):
        trails.create_trail(Name="main", S3BucketName="nobodys-bucket")


def test_a_bucket_may_be_another_accounts(aws_of, account, refused):
    archive = Archive(aws_of("999999999902"), "999999999902")
    archive.let(accounts=[account])
    trails = aws_of(account)("cloudtrail")
    make(trails, archive)
    with refused("InsufficientS3BucketPolicyException"):
        make(aws_of("999999999903")("cloudtrail"), archive)


def test_a_key_must_let_the_trail_encrypt(trails, archive, account, refused):
    with refused("InsufficientEncryptionPolicyException"):
        make(trails, archive, KmsKeyId=archive.key())
    context = {"StringLike": {"kms:EncryptionContext:aws:cloudtrail:arn": f"arn:aws:cloudtrail:*:{account}:trail/main"}}
    key = archive.key("cloudtrail.amazonaws.com", condition=context)
    with refused("InsufficientEncryptionPolicyException"):
        make(trails, archive, "other", KmsKeyId=key)
    with refused("KmsKeyNotFoundException"):
        make(trails, archive, KmsKeyId="alias/none")
    make(trails, archive, KmsKeyId=key)
    assert trails.get_trail(Name="main")["Trail"]["KmsKeyId"] == key


def test_a_log_group_needs_a_role_that_may_write_it(aws, trails, archive, account, refused):
    aws("logs").create_log_group(logGroupName="trail")
    group = f"arn:aws:logs:eu-west-1:{account}:log-group:trail:*"
    write = {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": group}
    service = "cloudtrail.amazonaws.com"
    strangers, idle, right = (
        archive.role("stranger", "ec2.amazonaws.com", write),
        archive.role("idle", service),
        archive.role("right", service, write),
    )
    with refused("InvalidCloudWatchLogsRoleArnException"):
        make(trails, archive, CloudWatchLogsLogGroupArn=group, CloudWatchLogsRoleArn=strangers)
    with refused("InvalidCloudWatchLogsLogGroupArnException"):
        make(trails, archive, CloudWatchLogsLogGroupArn=group, CloudWatchLogsRoleArn=idle)
    with refused("InvalidCloudWatchLogsLogGroupArnException"):
        make(trails, archive, CloudWatchLogsLogGroupArn=group.replace("trail", "none"), CloudWatchLogsRoleArn=right)
    with refused("InvalidParameterCombinationException"):
        make(trails, archive, CloudWatchLogsLogGroupArn=group)
    make(trails, archive, CloudWatchLogsLogGroupArn=group, CloudWatchLogsRoleArn=right)


def test_selectors_of_one_kind_replace_those_of_the_other(trails, archive, refused):
    make(trails, archive)
    assert trails.get_event_selectors(TrailName="main")["EventSelectors"][0]["ReadWriteType"] == "All"
    assert not trails.get_trail(Name="main")["Trail"]["HasCustomEventSelectors"]
    objects = [{"Field": "eventCategory", "Equals": ["Data"]}, {"Field": "resources.type", "Equals": ["AWS::S3::Object"]}]
    trails.put_event_selectors(TrailName="main", AdvancedEventSelectors=[{"Name": "objects", "FieldSelectors": objects}])
    shown = trails.get_event_selectors(TrailName="main")
    assert "EventSelectors" not in shown and shown["AdvancedEventSelectors"][0]["Name"] == "objects"
    assert trails.get_trail(Name="main")["Trail"]["HasCustomEventSelectors"]
    trails.put_event_selectors(TrailName="main", EventSelectors=[{**ALL, "ReadWriteType": "ReadOnly"}])
    shown = trails.get_event_selectors(TrailName="main")
    assert "AdvancedEventSelectors" not in shown and shown["EventSelectors"][0]["ReadWriteType"] == "ReadOnly"
    for wrong in (objects[1:], objects[:1]):
        with refused("InvalidEventSelectorsException"):
            trails.put_event_selectors(TrailName="main", AdvancedEventSelectors=[{"FieldSelectors": wrong}])
    with refused("InvalidEventSelectorsException"):
        trails.put_event_selectors(TrailName="main", EventSelectors=[ALL] * 6)


def test_insights_need_the_events_that_they_analyze(trails, archive, refused):
    make(trails, archive)
    with refused("InsightNotEnabledException"):
        trails.get_insight_selectors(TrailName="main")
    rate, errors = {"InsightType": "ApiCallRateInsight"}, {"InsightType": "ApiErrorRateInsight"}
    trails.put_insight_selectors(TrailName="main", InsightSelectors=[rate, errors])
    trails.put_insight_selectors(TrailName="main", InsightSelectors=[rate])
    assert trails.get_insight_selectors(TrailName="main")["InsightSelectors"] == [rate]
    assert trails.get_trail(Name="main")["Trail"]["HasInsightSelectors"]
    trails.put_event_selectors(TrailName="main", EventSelectors=[{**ALL, "ReadWriteType": "ReadOnly"}])
    with refused("InvalidInsightSelectorsException"):
        trails.put_insight_selectors(TrailName="main", InsightSelectors=[rate])
    trails.put_insight_selectors(TrailName="main", InsightSelectors=[errors])


def test_a_trail_of_an_organization_is_the_management_accounts(aws, trails, archive, refused):
    with refused("OrganizationsNotInUseException"):
        make(trails, archive, IsOrganizationTrail=True, IsMultiRegionTrail=True)
    aws("organizations").create_organization(FeatureSet="ALL")
    make(trails, archive, IsOrganizationTrail=True, IsMultiRegionTrail=True)


def test_of_trails_with_organizations_members_are_refused(aws, aws_of, refused):
    organizations = aws("organizations")
    organizations.create_organization(FeatureSet="ALL")
    member = organizations.create_account(Email="m@example.com", AccountName="m")["CreateAccountStatus"]["AccountId"]
    archive = Archive(aws_of(member), member)
    archive.let()
    with refused("NotOrganizationMasterAccountException"):
        make(aws_of(member)("cloudtrail"), archive, IsOrganizationTrail=True, IsMultiRegionTrail=True)
