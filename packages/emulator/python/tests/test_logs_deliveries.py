import json

import edge
import pytest


@pytest.fixture
def logs(aws):
    return aws("logs", "us-east-1")


@pytest.fixture
def distribution(aws):
    return aws("cloudfront").create_distribution(DistributionConfig=edge.config())["Distribution"]["ARN"]


@pytest.fixture
def bucket(aws, account):
    name = f"logs-{account}"
    aws("s3").create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    return name


@pytest.fixture
def source(logs, distribution):
    logs.put_delivery_source(name="site", resourceArn=distribution, logType="ACCESS_LOGS")
    return "site"


def destination(logs, arn, name="files", shape="json"):
    configuration = {"destinationResourceArn": arn}
    made = logs.put_delivery_destination(name=name, outputFormat=shape, deliveryDestinationConfiguration=configuration)
    return made["deliveryDestination"]["arn"]


def test_a_distributions_logs_have_one_source_in_us_east_1(logs, aws, distribution, source, refused):
    with refused("ValidationException"):
        aws("logs").put_delivery_source(name="there", resourceArn=distribution, logType="ACCESS_LOGS")
    with refused("ConflictException"):
        logs.put_delivery_source(name="again", resourceArn=distribution, logType="ACCESS_LOGS")
    with refused("ResourceNotFoundException"):
        logs.put_delivery_source(name="none", resourceArn=f"{distribution}X", logType="ACCESS_LOGS")


def test_a_destination_stands_and_takes_its_formats(logs, bucket, account, refused):
    with refused("ResourceNotFoundException"):
        destination(logs, f"arn:aws:s3:::{bucket}-none")
    group = f"arn:aws:logs:us-east-1:{account}:log-group:/aws/vendedlogs/site"
    with refused("ResourceNotFoundException"):
        destination(logs, group)
    logs.create_log_group(logGroupName="/aws/vendedlogs/site")
    with refused("ValidationException"):
        destination(logs, group, shape="parquet")
    with refused("ValidationException"):
        destination(logs, group.replace("us-east-1", "eu-west-1"))
    destination(logs, f"{group}:*")
    destination(logs, f"arn:aws:s3:::{bucket}", name="table", shape="parquet")


def test_a_delivery_holds_both_ends_and_changes_in_place(logs, bucket, source, refused):
    target = destination(logs, f"arn:aws:s3:::{bucket}/site")
    wanted = {"suffixPath": "{DistributionId}/{yyyy}", "enableHiveCompatiblePath": True}
    made = logs.create_delivery(
        deliverySourceName=source, deliveryDestinationArn=target, recordFields=["timestamp", "c-ip"], s3DeliveryConfiguration=wanted
    )["delivery"]
    assert made["s3DeliveryConfiguration"] == wanted
    changed = {**wanted, "suffixPath": "{yyyy}"}
    logs.update_delivery_configuration(id=made["id"], recordFields=["c-ip"], s3DeliveryConfiguration=changed)
    found = logs.get_delivery(id=made["id"])["delivery"]
    assert (found["recordFields"], found["s3DeliveryConfiguration"]) == (["c-ip"], changed)
    for delete, name in ((logs.delete_delivery_source, source), (logs.delete_delivery_destination, "files")):
        with refused("ConflictException"):
            delete(name=name)
    logs.delete_delivery(id=made["id"])
    logs.delete_delivery_source(name=source)
    logs.delete_delivery_destination(name="files")


def test_a_bucket_without_a_folder_gets_that_of_aws_until_an_update(logs, bucket, source):
    target = destination(logs, f"arn:aws:s3:::{bucket}")
    wanted = {"suffixPath": "{yyyy}", "enableHiveCompatiblePath": False}
    made = logs.create_delivery(deliverySourceName=source, deliveryDestinationArn=target, s3DeliveryConfiguration=wanted)["delivery"]
    assert made["s3DeliveryConfiguration"]["suffixPath"] == "AWSLogs/{account-id}/CloudFront/{yyyy}"
    logs.update_delivery_configuration(id=made["id"], s3DeliveryConfiguration=wanted)
    assert logs.get_delivery(id=made["id"])["delivery"]["s3DeliveryConfiguration"]["suffixPath"] == "{yyyy}"


REFUSALS = {
    "variable": {"s3DeliveryConfiguration": {"suffixPath": "{year}", "enableHiveCompatiblePath": False}},
    "by hand": {"s3DeliveryConfiguration": {"suffixPath": "year={yyyy}", "enableHiveCompatiblePath": True}},
    "field": {"recordFields": ["timestamp", "url"]},
    "twice": {"recordFields": ["c-ip", "c-ip"]},
    "delimiter": {"fieldDelimiter": ";"},
}


@pytest.mark.parametrize("case", REFUSALS)
def test_deliveries_that_aws_would_not_take_are_refused(logs, bucket, source, refused, case):
    target = destination(logs, f"arn:aws:s3:::{bucket}/site")
    with refused("ValidationException"):
        logs.create_delivery(deliverySourceName=source, deliveryDestinationArn=target, **REFUSALS[case])


def policy(bucket, account):
    statement = {
        "Sid": "Mine",
        "Effect": "Allow",
        "Principal": {"Service": "delivery.logs.amazonaws.com"},
        "Action": "s3:PutObject",
        "Resource": f"arn:aws:s3:::{bucket}/site/*",
        "Condition": {"StringEquals": {"aws:SourceAccount": account}, "ArnLike": {"aws:SourceArn": f"arn:aws:logs:us-east-1:{account}:*"}},
    }
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def test_a_policy_that_lets_no_logs_in_is_added_to(logs, aws, bucket, account, source):
    s3, target = aws("s3"), destination(logs, f"arn:aws:s3:::{bucket}/other")
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(bucket, account))
    logs.create_delivery(deliverySourceName=source, deliveryDestinationArn=target)
    added = json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"])["Statement"]
    assert [one["Principal"]["Service"] for one in added] == ["delivery.logs.amazonaws.com"] * 2
    assert added[0]["Sid"] == "Mine" and added[1]["Resource"] == f"arn:aws:s3:::{bucket}/other/AWSLogs/{account}/*"


def test_a_policy_that_lets_them_in_stays_as_it_is(logs, aws, bucket, account, source):
    s3, target = aws("s3"), destination(logs, f"arn:aws:s3:::{bucket}/site")
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(bucket, account))
    logs.create_delivery(deliverySourceName=source, deliveryDestinationArn=target)
    assert json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"]) == json.loads(policy(bucket, account))


def test_a_delivery_goes_to_another_accounts_destination_where_its_policy_lets_it(logs, aws_of, account, source, refused):
    keeper = aws_of("222222222222")
    keeper("s3", "us-east-1").create_bucket(Bucket=f"archive-{account}")
    theirs = keeper("logs", "us-east-1")
    target = destination(theirs, f"arn:aws:s3:::archive-{account}", name=f"archive-{account}")
    with refused("AccessDeniedException"):
        logs.create_delivery(deliverySourceName=source, deliveryDestinationArn=target)
    statement = {
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{account}:root"},
        "Action": "logs:CreateDelivery",
        "Resource": [f"arn:aws:logs:us-east-1:{account}:delivery-source:*", target],
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    theirs.put_delivery_destination_policy(deliveryDestinationName=f"archive-{account}", deliveryDestinationPolicy=policy)
    made = logs.create_delivery(deliverySourceName=source, deliveryDestinationArn=target)["delivery"]
    assert logs.get_delivery(id=made["id"])["delivery"]["deliveryDestinationArn"] == target
    assert logs.describe_delivery_destinations()["deliveryDestinations"] == []
    with refused("ConflictException"):
        theirs.delete_delivery_destination(name=f"archive-{account}")
    logs.delete_delivery(id=made["id"])
    theirs.delete_delivery_destination(name=f"archive-{account}")
