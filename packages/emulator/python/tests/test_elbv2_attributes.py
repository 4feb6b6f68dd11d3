import json

import pytest


@pytest.fixture
def elb(aws):
    return aws("elbv2")


def attributes_of(elb, balancer):
    found = elb.describe_load_balancer_attributes(LoadBalancerArn=balancer["LoadBalancerArn"])["Attributes"]
    return {attribute["Key"]: attribute["Value"] for attribute in found}


def set_attributes(elb, balancer, **named):
    pairs = [{"Key": key, "Value": value} for key, value in named.items()]
    return elb.modify_load_balancer_attributes(LoadBalancerArn=balancer["LoadBalancerArn"], Attributes=pairs)


def test_attributes_have_the_defaults_and_limits_of_their_kind(elb, network, balancer, refused):
    assert attributes_of(elb, balancer)["idle_timeout.timeout_seconds"] == "60"
    set_attributes(elb, balancer, **{"idle_timeout.timeout_seconds": "4000", "routing.http.desync_mitigation_mode": "strictest"})
    assert attributes_of(elb, balancer)["idle_timeout.timeout_seconds"] == "4000"
    for wrong in (
        {"idle_timeout.timeout_seconds": "4001"},
        {"client_keep_alive.seconds": "59"},
        {"routing.http.desync_mitigation_mode": "strict"},
        {"routing.http2.enabled": "yes"},
    ):
        with refused("ValidationError"):
            set_attributes(elb, balancer, **wrong)
    with refused("InvalidConfigurationRequest"):
        set_attributes(elb, balancer, **{"dns_record.client_routing_policy": "any_availability_zone"})


def test_a_protected_load_balancer_stays(elb, balancer, refused):
    set_attributes(elb, balancer, **{"deletion_protection.enabled": "true"})
    with refused("OperationNotPermitted"):
        elb.delete_load_balancer(LoadBalancerArn=balancer["LoadBalancerArn"])
    set_attributes(elb, balancer, **{"deletion_protection.enabled": "false"})
    elb.delete_load_balancer(LoadBalancerArn=balancer["LoadBalancerArn"])
    with refused("LoadBalancerNotFound"):
        attributes_of(elb, balancer)


@pytest.fixture
def bucket(aws, account):
    """Makes buckets, with a policy that lets the service write beneath a prefix."""
    s3 = aws("s3")

    def make(name, prefix="*", **condition):
        name = f"{name}-{account}"
        s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
        statement = {
            "Effect": "Allow",
            "Principal": {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"},
            "Action": "s3:PutObject",
            "Resource": f"arn:aws:s3:::{name}/{prefix}AWSLogs/{account}/*",
            **condition,
        }
        s3.put_bucket_policy(Bucket=name, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
        return name

    return make


def log_to(elb, balancer, name, kind="access_logs", prefix=""):
    wanted = {f"{kind}.s3.enabled": "true", f"{kind}.s3.bucket": name, f"{kind}.s3.prefix": prefix}
    return set_attributes(elb, balancer, **wanted)


def test_logs_go_to_a_bucket_that_lets_them_in(aws, elb, balancer, bucket, account, refused):
    name = bucket("logs")
    log_to(elb, balancer, name, prefix="web")
    log_to(elb, balancer, name, "connection_logs")
    keys = [one["Key"] for one in aws("s3").list_objects_v2(Bucket=name)["Contents"]]
    assert keys == [f"AWSLogs/{account}/ConnectionLogTestFile", f"web/AWSLogs/{account}/ELBAccessLogTestFile"]
    aws("s3").delete_bucket_policy(Bucket=name)
    with refused("InvalidConfigurationRequest"):
        log_to(elb, balancer, name, prefix="other")


def test_a_policy_for_another_prefix_account_or_load_balancer_lets_no_logs_in(elb, balancer, bucket, refused):
    elsewhere = bucket("prefix", prefix="web/")
    with refused("InvalidConfigurationRequest"):
        log_to(elb, balancer, elsewhere, prefix="other")
    log_to(elb, balancer, elsewhere, prefix="web")
    other = bucket("account", Condition={"StringEquals": {"aws:SourceAccount": "111111111111"}})
    with refused("InvalidConfigurationRequest"):
        log_to(elb, balancer, other)
    own = balancer["LoadBalancerArn"].rpartition("/")[0]
    log_to(elb, balancer, bucket("arn", Condition={"ArnLike": {"aws:SourceArn": f"{own}/*"}}))


def test_logs_do_not_go_to_a_bucket_encrypted_by_a_key_nor_to_another_region(aws, elb, balancer, bucket, account, refused):
    name = bucket("logs")
    rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}}
    aws("s3").put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={"Rules": [rule]})
    aws("s3", "us-east-1").create_bucket(Bucket=f"far-{account}")
    for wrong in (name, f"far-{account}", "no-such-bucket"):
        with refused("InvalidConfigurationRequest"):
            log_to(elb, balancer, wrong)
    rule["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"] = "AES256"
    aws("s3").put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={"Rules": [rule]})
    log_to(elb, balancer, name)
