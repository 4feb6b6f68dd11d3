import json

import pytest


@pytest.fixture
def ec2(aws):
    return aws("ec2")


@pytest.fixture
def elb(aws):
    return aws("elbv2")


@pytest.fixture
def group(target_group):
    return target_group("blue")


@pytest.fixture
def listener(elb, balancer, group):
    forward = [{"Type": "forward", "TargetGroupArn": group}]
    made = elb.create_listener(LoadBalancerArn=balancer["LoadBalancerArn"], Protocol="HTTP", Port=80, DefaultActions=forward)
    return made["Listeners"][0]


def test_a_load_balancer_needs_two_zones_and_one_subnet_in_each(elb, network, refused):
    with refused("ValidationError"):
        elb.create_load_balancer(Name="web", Subnets=[network["a"]])
    with refused("InvalidConfigurationRequest"):
        elb.create_load_balancer(Name="web", Subnets=[network["a"], network["a2"]])
    with refused("SubnetNotFound"):
        elb.create_load_balancer(Name="web", Subnets=[network["a"], "subnet-00000000000000000"])


def test_a_public_load_balancer_needs_an_internet_gateway_in_its_vpc(ec2, elb, network, refused):
    ec2.detach_internet_gateway(InternetGatewayId=network["gateway"], VpcId=network["vpc"])
    with refused("InvalidSubnet"):
        elb.create_load_balancer(Name="web", Subnets=[network["a"], network["b"]])
    elb.create_load_balancer(Name="web", Scheme="internal", Subnets=[network["a"], network["b"]])


def test_names_are_checked_and_taken_once(elb, network, balancer, refused):
    subnets = [network["a"], network["b"]]
    with refused("DuplicateLoadBalancerName"):
        elb.create_load_balancer(Name="web", Subnets=subnets)
    for name in ("a" * 33, "-a", "internal-a", "a_b"):
        with refused("ValidationError"):
            elb.create_load_balancer(Name=name, Subnets=subnets)


def test_a_load_balancer_has_dns_name_zone_and_default_group_as_aws_gives_them(ec2, elb, network, balancer):
    assert balancer["DNSName"].startswith("web-") and balancer["DNSName"].endswith(".eu-west-1.elb.amazonaws.com")
    assert balancer["CanonicalHostedZoneId"] == "Z32O12XQLNTSW2"
    assert len(balancer["SecurityGroups"]) == 1
    internal = elb.create_load_balancer(Name="in", Scheme="internal", Subnets=[network["a"], network["b"]])["LoadBalancers"][0]
    assert internal["DNSName"].startswith("internal-in-")
    net = elb.create_load_balancer(Name="net", Type="network", Scheme="internal", Subnets=[network["a"]])["LoadBalancers"][0]
    assert ":loadbalancer/net/net/" in net["LoadBalancerArn"]
    shown = elb.describe_load_balancers(LoadBalancerArns=[net["LoadBalancerArn"]])["LoadBalancers"][0]
    assert shown["DNSName"] == net["DNSName"]


def test_dual_stack_needs_subnets_with_ipv6(elb, network, balancer, refused):
    with refused("ValidationError"):
        elb.set_ip_address_type(LoadBalancerArn=balancer["LoadBalancerArn"], IpAddressType="dualstack")


def test_a_security_group_of_another_vpc_is_refused_and_one_in_use_stays(ec2, elb, network, refused):
    other = ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    stranger = ec2.create_security_group(GroupName="x", Description="x", VpcId=other)["GroupId"]
    own = ec2.create_security_group(GroupName="x", Description="x", VpcId=network["vpc"])["GroupId"]
    subnets = [network["a"], network["b"]]
    with refused("InvalidConfigurationRequest"):
        elb.create_load_balancer(Name="web", Subnets=subnets, SecurityGroups=[stranger])
    with refused("InvalidSecurityGroup"):
        elb.create_load_balancer(Name="web", Subnets=subnets, SecurityGroups=["sg-00000000000000000"])
    made = elb.create_load_balancer(Name="web", Subnets=subnets, SecurityGroups=[own])["LoadBalancers"][0]["LoadBalancerArn"]
    with refused("DependencyViolation"):
        ec2.delete_security_group(GroupId=own)
    with refused("DependencyViolation"):
        ec2.delete_subnet(SubnetId=network["a"])
    with refused("InvalidConfigurationRequest"):
        elb.set_security_groups(LoadBalancerArn=made, SecurityGroups=[stranger])
    elb.delete_load_balancer(LoadBalancerArn=made)
    ec2.delete_security_group(GroupId=own)
    ec2.delete_subnet(SubnetId=network["a"])


def test_a_load_balancer_that_moves_leaves_subnets_and_groups_behind(ec2, elb, network, refused):
    own = ec2.create_security_group(GroupName="x", Description="x", VpcId=network["vpc"])["GroupId"]
    next_ = ec2.create_security_group(GroupName="y", Description="y", VpcId=network["vpc"])["GroupId"]
    made = elb.create_load_balancer(Name="web", Subnets=[network["a"], network["b"]], SecurityGroups=[own])["LoadBalancers"][0]
    elb.set_security_groups(LoadBalancerArn=made["LoadBalancerArn"], SecurityGroups=[next_])
    ec2.delete_security_group(GroupId=own)
    elb.set_subnets(LoadBalancerArn=made["LoadBalancerArn"], Subnets=[network["a2"], network["b"]])
    ec2.delete_subnet(SubnetId=network["a"])
    with refused("DependencyViolation"):
        ec2.delete_subnet(SubnetId=network["b"])
    with refused("ValidationError"):
        elb.set_subnets(LoadBalancerArn=made["LoadBalancerArn"], Subnets=[network["b"]])


def test_an_internet_gateway_stays_while_a_public_load_balancer_stands(ec2, elb, network, balancer, refused):
    with refused("DependencyViolation"):
        ec2.detach_internet_gateway(InternetGatewayId=network["gateway"], VpcId=network["vpc"])
    elb.delete_load_balancer(LoadBalancerArn=balancer["LoadBalancerArn"])
    ec2.detach_internet_gateway(InternetGatewayId=network["gateway"], VpcId=network["vpc"])


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


def test_one_target_group_is_shown_in_both_forms_and_several_in_one(elb, target_group, listener, group):
    green = target_group("green")
    [action] = listener["DefaultActions"]
    assert action["TargetGroupArn"] == group
    assert action["ForwardConfig"] == {
        "TargetGroups": [{"TargetGroupArn": group, "Weight": 1}],
        "TargetGroupStickinessConfig": {"Enabled": False},
    }
    both = {"TargetGroups": [{"TargetGroupArn": group, "Weight": 9}, {"TargetGroupArn": green, "Weight": 1}]}
    elb.modify_listener(ListenerArn=listener["ListenerArn"], DefaultActions=[{"Type": "forward", "ForwardConfig": both}])
    [changed] = elb.describe_listeners(ListenerArns=[listener["ListenerArn"]])["Listeners"][0]["DefaultActions"]
    assert "TargetGroupArn" not in changed
    assert [one["Weight"] for one in changed["ForwardConfig"]["TargetGroups"]] == [9, 1]


def test_a_redirect_is_shown_with_its_defaults(elb, balancer):
    redirect = {"Type": "redirect", "RedirectConfig": {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}}
    made = elb.create_listener(LoadBalancerArn=balancer["LoadBalancerArn"], Protocol="HTTP", Port=80, DefaultActions=[redirect])
    shown = made["Listeners"][0]["DefaultActions"][0]["RedirectConfig"]
    assert shown == {**redirect["RedirectConfig"], "Host": "#{host}", "Path": "/#{path}", "Query": "#{query}"}


def test_a_port_is_listened_to_once(elb, balancer, listener, group, refused):
    forward = [{"Type": "forward", "TargetGroupArn": group}]
    with refused("DuplicateListener"):
        elb.create_listener(LoadBalancerArn=balancer["LoadBalancerArn"], Protocol="HTTP", Port=80, DefaultActions=forward)
    other = elb.create_listener(LoadBalancerArn=balancer["LoadBalancerArn"], Protocol="HTTP", Port=81, DefaultActions=forward)
    with refused("DuplicateListener"):
        elb.modify_listener(ListenerArn=other["Listeners"][0]["ListenerArn"], Port=80)
    elb.modify_listener(ListenerArn=listener["ListenerArn"], Port=80)


def test_a_target_group_in_use_stays_and_serves_one_load_balancer(elb, network, balancer, listener, group, refused):
    with refused("ResourceInUse"):
        elb.delete_target_group(TargetGroupArn=group)
    other = elb.create_load_balancer(Name="other", Subnets=[network["a"], network["b"]])["LoadBalancers"][0]["LoadBalancerArn"]
    forward = [{"Type": "forward", "TargetGroupArn": group}]
    with refused("TargetGroupAssociationLimit"):
        elb.create_listener(LoadBalancerArn=other, Protocol="HTTP", Port=80, DefaultActions=forward)
    assert elb.describe_target_groups(TargetGroupArns=[group])["TargetGroups"][0]["LoadBalancerArns"] == [balancer["LoadBalancerArn"]]
    elb.delete_listener(ListenerArn=listener["ListenerArn"])
    assert elb.describe_target_groups(TargetGroupArns=[group])["TargetGroups"][0].get("LoadBalancerArns", []) == []
    elb.create_listener(LoadBalancerArn=other, Protocol="HTTP", Port=80, DefaultActions=forward)


def test_target_groups_are_checked(elb, target_group, group, refused):
    with refused("ValidationError"):
        target_group("a" * 33)
    with refused("ValidationError"):
        target_group("wrong", HealthCheckPath="health")

    def change(**named):
        pairs = [{"Key": key.replace("__", "."), "Value": value} for key, value in named.items()]
        return elb.modify_target_group_attributes(TargetGroupArn=group, Attributes=pairs)

    change(deregistration_delay__timeout_seconds="3600")
    with refused("ValidationError"):
        change(deregistration_delay__timeout_seconds="3601")
    with refused("ValidationError"):
        change(slow_start__duration_seconds="29")
    with refused("InvalidConfigurationRequest"):
        change(slow_start__duration_seconds="30", load_balancing__algorithm__type="weighted_random")
    with refused("InvalidConfigurationRequest"):
        change(load_balancing__algorithm__anomaly_mitigation="on")
    with refused("InvalidConfigurationRequest"):
        change(proxy_protocol_v2__enabled="true")
    found = elb.describe_target_group_attributes(TargetGroupArn=group)["Attributes"]
    assert {"Key": "deregistration_delay.timeout_seconds", "Value": "3600"} in found
    assert {"Key": "slow_start.duration_seconds", "Value": "0"} in found


def test_fifty_tags_fit(elb, balancer):
    tags = [{"Key": f"k{index}", "Value": "v"} for index in range(50)]
    elb.add_tags(ResourceArns=[balancer["LoadBalancerArn"]], Tags=tags)
    assert len(elb.describe_tags(ResourceArns=[balancer["LoadBalancerArn"]])["TagDescriptions"][0]["Tags"]) == 50
