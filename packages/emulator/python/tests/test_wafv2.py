import pytest

_SEEN = {"SampledRequestsEnabled": True, "CloudWatchMetricsEnabled": True, "MetricName": "m"}


@pytest.fixture
def waf(aws):
    return aws("wafv2")


def managed(name, priority):
    statement = {"ManagedRuleGroupStatement": {"VendorName": "AWS", "Name": name}}
    return {"Name": name, "Priority": priority, "Statement": statement, "OverrideAction": {"None": {}}, "VisibilityConfig": _SEEN}


def own(name, priority, statement):
    return {"Name": name, "Priority": priority, "Statement": statement, "Action": {"Block": {}}, "VisibilityConfig": _SEEN}


def rate(limit, **more):
    return {"RateBasedStatement": {"Limit": limit, "AggregateKeyType": "IP", **more}}


def create(waf, name="acl", rules=(), **more):
    wanted = {"Name": name, "Scope": "REGIONAL", "DefaultAction": {"Allow": {}}, "Rules": list(rules), "VisibilityConfig": _SEEN, **more}
    return waf.create_web_acl(**wanted)["Summary"]


def update(waf, made, **more):
    key = {"Name": made["Name"], "Scope": "REGIONAL", "Id": made["Id"]}
    token = waf.get_web_acl(**key)["LockToken"]
    waf.update_web_acl(**key, LockToken=token, DefaultAction={"Allow": {}}, VisibilityConfig=_SEEN, **more)
    return waf.get_web_acl(**key)["WebACL"]


def delete(waf, made):
    key = {"Name": made["Name"], "Scope": "REGIONAL", "Id": made["Id"]}
    waf.delete_web_acl(**key, LockToken=waf.get_web_acl(**key)["LockToken"])


def addresses(waf, name="office", scope="REGIONAL", addresses=("192.0.2.0/24",)):
    return waf.create_ip_set(Name=name, Scope=scope, IPAddressVersion="IPV4", Addresses=list(addresses))["Summary"]


def test_capacity_is_the_sum_of_the_rules(waf):
    office = {"IPSetReferenceStatement": {"ARN": addresses(waf)["ARN"]}}
    made = create(waf, rules=[managed("AWSManagedRulesCommonRuleSet", 1), managed("AWSManagedRulesAmazonIpReputationList", 2)])
    key = {"Name": "acl", "Scope": "REGIONAL", "Id": made["Id"]}
    assert waf.get_web_acl(**key)["WebACL"]["Capacity"] == 725
    limited = rate(2000, ScopeDownStatement={"NotStatement": {"Statement": office}})
    path = {
        "ByteMatchStatement": {
            "SearchString": b"/admin",
            "FieldToMatch": {"UriPath": {}},
            "TextTransformations": [{"Priority": 0, "Type": "LOWERCASE"}],
            "PositionalConstraint": "STARTS_WITH",
        }
    }
    assert update(waf, made, Rules=[own("rate", 1, limited), own("path", 2, path)])["Capacity"] == 2 + 1 + 2 + 10


def test_more_than_5000_units_are_refused(waf, refused):
    made = waf.create_rule_group(Name="g", Scope="REGIONAL", Capacity=2600, VisibilityConfig=_SEEN)["Summary"]["ARN"]

    def referring(priority):
        rule = own(f"g{priority}", priority, {"RuleGroupReferenceStatement": {"ARN": made}})
        rule["OverrideAction"] = {"None": {}}
        del rule["Action"]
        return rule

    create(waf, "one", [referring(1)])
    with refused("WAFLimitsExceededException"):
        create(waf, "two", [referring(1), referring(2)])


def test_a_rule_group_holds_what_it_said(waf, refused):
    wanted = {"Name": "g", "Scope": "REGIONAL", "Rules": [own("rate", 1, rate(100))], "VisibilityConfig": _SEEN}
    with refused("WAFLimitsExceededException"):
        waf.create_rule_group(**wanted, Capacity=1)
    made = waf.create_rule_group(**wanted, Capacity=2)["Summary"]
    key = {"Name": "g", "Scope": "REGIONAL", "Id": made["Id"]}
    waf.update_rule_group(**key, LockToken=made["LockToken"], VisibilityConfig=_SEEN)
    assert waf.get_rule_group(**key)["RuleGroup"].get("Rules", []) == []


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ([own("a", 1, rate(100)), own("b", 1, rate(100))], "WAFInvalidParameterException"),
        ([own("a", 1, rate(100, EvaluationWindowSec=90))], "WAFInvalidParameterException"),
        ([{**managed("AWSManagedRulesCommonRuleSet", 1), "Action": {"Block": {}}}], "WAFInvalidParameterException"),
        ([managed("AWSManagedRulesNone", 1)], "WAFNonexistentItemException"),
    ],
)
def test_rules_that_cannot_be_are_refused(waf, refused, rules, code):
    with refused(code):
        create(waf, rules=rules)


def test_an_update_replaces_all(waf):
    body = {"slow": {"ContentType": "APPLICATION_JSON", "Content": "{}"}}
    made = create(waf, rules=[own("rate", 1, rate(100))], CustomResponseBodies=body, Description="main list")
    changed = update(waf, made)
    assert changed.get("Rules", []) == [] and "CustomResponseBodies" not in changed and not changed.get("Description")


def test_cloudfronts_lists_are_made_in_us_east_1(aws, waf, refused):
    with refused("WAFInvalidParameterException"):
        addresses(waf, scope="CLOUDFRONT")
    edge = aws("wafv2", "us-east-1")
    office = addresses(edge, scope="CLOUDFRONT")["ARN"]
    rules = [own("office", 1, {"IPSetReferenceStatement": {"ARN": office}})]
    assert ":global/webacl/" in create(edge, rules=rules, Scope="CLOUDFRONT")["ARN"]
    with refused("WAFInvalidParameterException"):
        create(edge, "regional", rules)
    patterns = edge.create_regex_pattern_set(Name="p", Scope="CLOUDFRONT", RegularExpressionList=[{"RegexString": "a"}])
    assert ":global/regexpatternset/" in patterns["Summary"]["ARN"]


def test_names_are_taken_once_within_a_scope(waf, refused):
    addresses(waf)
    create(waf)
    for again in (addresses, create):
        with refused("WAFDuplicateItemException"):
            again(waf)


def test_addresses_are_blocks_of_the_sets_version(waf, refused):
    for wrong in ("192.0.2.1", "192.0.2.1/24", "0.0.0.0/0", "2001:db8::/32"):
        with refused("WAFInvalidParameterException"):
            addresses(waf, addresses=[wrong])
    made = addresses(waf)
    key = {"Name": "office", "Scope": "REGIONAL", "Id": made["Id"], "LockToken": made["LockToken"]}
    with refused("WAFInvalidParameterException"):
        waf.update_ip_set(**key, Addresses=["2001:db8::/32"])
    waf.update_ip_set(**key, Addresses=[])


def test_what_is_used_stays(waf, balancer, refused):
    made = addresses(waf)
    acl = create(waf, rules=[own("rate", 1, rate(100, ScopeDownStatement={"IPSetReferenceStatement": {"ARN": made["ARN"]}}))])
    office = {"Name": "office", "Scope": "REGIONAL", "Id": made["Id"], "LockToken": made["LockToken"]}
    with refused("WAFAssociatedItemException"):
        waf.delete_ip_set(**office)
    with refused("WAFNonexistentItemException"):
        waf.associate_web_acl(WebACLArn=acl["ARN"], ResourceArn=balancer["LoadBalancerArn"][:-4] + "0000")
    waf.associate_web_acl(WebACLArn=acl["ARN"], ResourceArn=balancer["LoadBalancerArn"])
    with refused("WAFAssociatedItemException"):
        delete(waf, acl)
    other = create(waf, "other")
    waf.associate_web_acl(WebACLArn=other["ARN"], ResourceArn=balancer["LoadBalancerArn"])
    delete(waf, acl)
    waf.delete_ip_set(**office)
    with refused("WAFNonexistentItemException"):
        create(waf, "third", [own("office", 1, {"IPSetReferenceStatement": {"ARN": made["ARN"]}})])


def test_a_load_balancer_that_is_deleted_lets_its_list_go(aws, waf, balancer):
    acl = create(waf)
    waf.associate_web_acl(WebACLArn=acl["ARN"], ResourceArn=balancer["LoadBalancerArn"])
    aws("elbv2").delete_load_balancer(LoadBalancerArn=balancer["LoadBalancerArn"])
    delete(waf, acl)


def test_logs_go_where_the_name_says_so(aws, account, waf, refused):
    acl = create(waf)["ARN"]
    logs = aws("logs")
    for name in ("aws-waf-logs-web", "other"):
        logs.create_log_group(logGroupName=name)
    groups = f"arn:aws:logs:eu-west-1:{account}:log-group"

    def log_to(*destinations, resource=acl):
        config = {"ResourceArn": resource, "LogDestinationConfigs": list(destinations)}
        waf.put_logging_configuration(LoggingConfiguration=config)

    for wrong in ([f"{groups}:other"], [f"{groups}:aws-waf-logs-web".replace("eu-west-1", "us-east-1")], ["arn:aws:s3:::other-logs"]):
        with refused("WAFInvalidParameterException"):
            log_to(*wrong)
    with refused("WAFLogDestinationPermissionIssueException"):
        log_to(f"{groups}:aws-waf-logs-none")
    with refused("WAFNonexistentItemException"):
        log_to(f"{groups}:aws-waf-logs-web", resource=acl[:-4] + "0000")
    log_to(f"{groups}:aws-waf-logs-web")
    log_to("arn:aws:s3:::aws-waf-logs-web")
    delete(waf, {"Name": "acl", "Id": acl.split("/")[-1]})
    with refused("WAFNonexistentItemException"):
        waf.get_logging_configuration(ResourceArn=acl)
