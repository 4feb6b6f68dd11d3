import pytest


@pytest.fixture
def elb(aws):
    return aws("elbv2")


@pytest.fixture
def group(target_group):
    return target_group("blue")


@pytest.fixture
def listener(elb, balancer, group):
    made = elb.create_listener(LoadBalancerArn=balancer["LoadBalancerArn"], Protocol="HTTP", Port=80, DefaultActions=forward(group))
    return made["Listeners"][0]


def forward(group):
    return [{"Type": "forward", "TargetGroupArn": group}]


def path(*values):
    return {"Field": "path-pattern", "PathPatternConfig": {"Values": list(values)}}


@pytest.fixture
def rule(elb, listener, group):
    def make(priority, *conditions, actions=None):
        made = elb.create_rule(
            ListenerArn=listener["ListenerArn"], Priority=priority, Conditions=list(conditions), Actions=actions or forward(group)
        )
        return made["Rules"][0]

    return make


def test_a_priority_is_taken_once_and_may_change(elb, rule, refused):
    first, second = rule(10, path("/a"))["RuleArn"], rule(20, path("/b"))["RuleArn"]
    with refused("PriorityInUse"):
        rule(10, path("/c"))
    with refused("PriorityInUse"):
        elb.set_rule_priorities(RulePriorities=[{"RuleArn": second, "Priority": 10}])
    with refused("ValidationError"):
        rule(50001, path("/c"))
    elb.set_rule_priorities(RulePriorities=[{"RuleArn": second, "Priority": 5}])
    assert elb.describe_rules(RuleArns=[second])["Rules"][0]["Priority"] == "5"
    elb.delete_rule(RuleArn=first)
    rule(10, path("/c"))


def test_a_rule_has_five_values_and_six_wildcards_at_most(rule, refused):
    host = {"Field": "host-header", "HostHeaderConfig": {"Values": ["a.example.com", "b.example.com"]}}
    rule(1, host, path("/a", "/b", "/c"))
    with refused("ValidationError"):
        rule(2, host, path("/a", "/b", "/c", "/d"))
    with refused("ValidationError"):
        rule(2, path("/*/*/*", "/*/*/*/*"))


def test_hosts_and_paths_are_shown_in_both_forms(rule):
    [condition] = rule(1, path("/a", "/b"))["Conditions"]
    assert condition == {"Field": "path-pattern", "Values": ["/a", "/b"], "PathPatternConfig": {"Values": ["/a", "/b"]}}


def test_the_default_rule_is_the_listeners(elb, listener, refused):
    default = elb.describe_rules(ListenerArn=listener["ListenerArn"])["Rules"][0]["RuleArn"]
    with refused("OperationNotPermitted"):
        elb.delete_rule(RuleArn=default)
    with refused("RuleNotFound"):
        elb.delete_rule(RuleArn=default[:-1] + "x")


def test_a_clients_secret_is_not_shown(rule, group):
    idp = "https://idp.example.com"
    endpoints = dict.fromkeys(("Issuer", "AuthorizationEndpoint", "TokenEndpoint", "UserInfoEndpoint"), idp)
    sign_in = {"Type": "authenticate-oidc", "Order": 1, "AuthenticateOidcConfig": {**endpoints, "ClientId": "c", "ClientSecret": "s"}}
    made = rule(1, path("/"), actions=[sign_in, {"Type": "forward", "Order": 2, "TargetGroupArn": group}])
    shown = made["Actions"][0]["AuthenticateOidcConfig"]
    assert "ClientSecret" not in shown
    assert shown["SessionTimeout"] == 604800


def test_a_target_group_of_a_rule_stays(elb, target_group, rule, group, refused):
    other = target_group("other")
    standing = rule(1, path("/"), actions=forward(other))["RuleArn"]
    with refused("ResourceInUse"):
        elb.delete_target_group(TargetGroupArn=other)
    elb.modify_rule(RuleArn=standing, Actions=forward(group))
    elb.delete_target_group(TargetGroupArn=other)
    with refused("TargetGroupNotFound"):
        elb.modify_rule(RuleArn=standing, Actions=forward(other))
