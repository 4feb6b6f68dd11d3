import pytest


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


@pytest.mark.parametrize("config", [{"Protocol": "HTTP", "Port": "81"}, {"Port": "81"}, {"Protocol": "HTTP", "Query": "#{query}"}])
def test_a_redirect_to_where_it_is_would_go_round_for_ever(elb, balancer, refused, config):
    redirect = {"Type": "redirect", "RedirectConfig": {**config, "StatusCode": "HTTP_301"}}
    with refused("InvalidLoadBalancerAction"):
        elb.create_listener(LoadBalancerArn=balancer["LoadBalancerArn"], Protocol="HTTP", Port=81, DefaultActions=[redirect])
    elsewhere = {**redirect, "RedirectConfig": {**redirect["RedirectConfig"], "Path": "/new"}}
    elb.create_listener(LoadBalancerArn=balancer["LoadBalancerArn"], Protocol="HTTP", Port=81, DefaultActions=[elsewhere])


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
    with refused("ValidationError"):
        target_group("wrong", HealthCheckIntervalSeconds=5)  # as long as the timeout by default
    with refused("ValidationError"):
        elb.modify_target_group(TargetGroupArn=group, HealthCheckTimeoutSeconds=30)
    elb.modify_target_group(TargetGroupArn=group, HealthCheckTimeoutSeconds=30, HealthCheckIntervalSeconds=31)

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
