import json

import pytest


@pytest.fixture
def dns(aws):
    return aws("route53")


@pytest.fixture
def zone(dns):
    return dns.create_hosted_zone(Name="example.com", CallerReference="1")["HostedZone"]["Id"]


def change(dns, zone, action, name, kind="A", values=("192.0.2.1",), **more):
    record = {"Name": name, "Type": kind, "TTL": 60, "ResourceRecords": [{"Value": value} for value in values], **more}
    record = {key: value for key, value in record.items() if value is not None}
    dns.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": [{"Action": action, "ResourceRecordSet": record}]})


def names(dns, zone):
    records = dns.list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
    return [(record["Name"], record["Type"], record.get("SetIdentifier")) for record in records]


def test_each_zone_has_name_servers_of_its_own_and_a_reusable_set_keeps_its(dns, zone, refused):
    other = dns.create_hosted_zone(Name="example.org", CallerReference="2")
    own = dns.get_hosted_zone(Id=zone)["DelegationSet"]["NameServers"]
    assert len(own) == 4 and set(own) != set(other["DelegationSet"]["NameServers"])
    reusable = dns.create_reusable_delegation_set(CallerReference="3")["DelegationSet"]
    with_set = dns.create_hosted_zone(Name="example.net", CallerReference="4", DelegationSetId=reusable["Id"])
    assert with_set["DelegationSet"]["NameServers"] == reusable["NameServers"]
    assert [one["Id"] for one in dns.list_reusable_delegation_sets()["DelegationSets"]] == [reusable["Id"]]
    with refused("DelegationSetInUse"):
        dns.delete_reusable_delegation_set(Id=reusable["Id"])
    with refused("HostedZoneAlreadyExists"):
        dns.create_hosted_zone(Name="example.net", CallerReference="4")
    with refused("NoSuchDelegationSet"):
        dns.create_hosted_zone(Name="example.net", CallerReference="5", DelegationSetId="N0")


def test_a_zone_with_a_vpc_is_private(aws, dns, refused):
    vpc = aws("ec2").create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    place = {"VPCRegion": "eu-west-1", "VPCId": vpc}
    made = dns.create_hosted_zone(Name="internal.example", CallerReference="1", VPC=place)["HostedZone"]
    assert made["Config"]["PrivateZone"]
    assert dns.get_hosted_zone(Id=made["Id"])["VPCs"] == [place]
    with refused("ConflictingDomainExists"):
        dns.create_hosted_zone(Name="internal.example", CallerReference="2", VPC=place)
    with refused("InvalidVPCId"):
        dns.create_hosted_zone(Name="other.example", CallerReference="3", VPC={**place, "VPCId": "vpc-0"})


def test_records_are_created_once_changed_and_deleted_by_their_values(dns, zone, refused):
    change(dns, zone, "CREATE", "a.example.com")
    with refused("InvalidChangeBatch"):
        change(dns, zone, "CREATE", "A.example.com.")
    change(dns, zone, "UPSERT", "a.example.com", values=["192.0.2.2"])
    with refused("InvalidChangeBatch"):
        change(dns, zone, "DELETE", "a.example.com")
    change(dns, zone, "DELETE", "a.example.com", values=["192.0.2.2"])
    with refused("InvalidChangeBatch"):
        change(dns, zone, "DELETE", "a.example.com", values=["192.0.2.2"])
    change(dns, zone, "CREATE", "a.example.com")


def test_a_batch_is_all_or_nothing(dns, zone, refused):
    batch = [
        {"Action": "CREATE", "ResourceRecordSet": {"Name": name, "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "192.0.2.1"}]}}
        for name in ("a.example.com", "a.example.org")
    ]
    with refused("InvalidChangeBatch"):
        dns.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": batch})
    assert ("a.example.com.", "A", None) not in names(dns, zone)


@pytest.mark.parametrize(
    ("name", "kind", "values"),
    [
        ("a.example.org", "A", ["192.0.2.1"]),
        ("badexample.com", "A", ["192.0.2.1"]),
        ("a.example.com", "A", ["192.0.2.256"]),
        ("a.example.com", "AAAA", ["192.0.2.1"]),
        ("a.example.com", "TXT", ["not quoted"]),
        ("a.example.com", "TXT", ['"' + "a" * 256 + '"']),
        ("a.example.com", "CAA", ["amazon.com"]),
        ("a.example.com", "CNAME", ["b.example.com", "c.example.com"]),
        ("example.com", "CNAME", ["b.example.com"]),
    ],
)
def test_records_that_cannot_be_are_refused(dns, zone, refused, name, kind, values):
    with refused("InvalidChangeBatch"):
        change(dns, zone, "CREATE", name, kind, values)


def test_an_alias_has_no_ttl(dns, zone, refused):
    target = {"DNSName": "b.example.com", "HostedZoneId": zone.split("/")[-1], "EvaluateTargetHealth": False}
    with refused("InvalidInput"):
        change(dns, zone, "CREATE", "a.example.com", AliasTarget=target)
    with refused("InvalidInput"):
        change(dns, zone, "CREATE", "a.example.com", TTL=None)


def test_an_alias_leads_to_what_exists(dns, zone, balancer, refused):
    def alias(name, place):
        target = {"DNSName": name, "HostedZoneId": place, "EvaluateTargetHealth": True}
        change(dns, zone, "UPSERT", "www.example.com", TTL=None, ResourceRecords=None, AliasTarget=target)

    alias(balancer["DNSName"], balancer["CanonicalHostedZoneId"])
    alias(f"dualstack.{balancer['DNSName']}", balancer["CanonicalHostedZoneId"])
    records = dns.list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
    shown = next(record for record in records if record["Type"] == "A")
    assert "TTL" not in shown
    dns.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": [{"Action": "DELETE", "ResourceRecordSet": shown}]})
    with refused("InvalidChangeBatch"):
        alias(balancer["DNSName"], "Z35SXDOTRQ7X7K")
    with refused("InvalidChangeBatch"):
        alias(f"x{balancer['DNSName']}", balancer["CanonicalHostedZoneId"])
    with refused("InvalidChangeBatch"):
        alias("missing.example.com", zone.split("/")[-1])


def test_an_alias_of_a_distribution_lies_in_cloudfronts_zone_and_tells_no_health(dns, zone, refused):
    def alias(place, health):
        target = {"DNSName": "d111111abcdef8.cloudfront.net", "HostedZoneId": place, "EvaluateTargetHealth": health}
        change(dns, zone, "UPSERT", "www.example.com", TTL=None, ResourceRecords=None, AliasTarget=target)

    alias("Z2FDTNDATAQYW2", False)
    for place, health in (("Z2FDTNDATAQYW2", True), ("Z35SXDOTRQ7X7K", False)):
        with refused("InvalidChangeBatch"):
            alias(place, health)


def test_weighted_records_stand_side_by_side_and_go_one_by_one(dns, zone, refused):
    for name in ("a", "b"):
        for identifier in ("blue", "green"):
            change(dns, zone, "CREATE", f"{name}.example.com", SetIdentifier=identifier, Weight=1)
    with refused("InvalidChangeBatch"):
        change(dns, zone, "CREATE", "a.example.com")
    change(dns, zone, "DELETE", "a.example.com", SetIdentifier="blue", Weight=1)
    left = [found for found in names(dns, zone) if found[1] == "A"]
    assert left == [("a.example.com.", "A", "green"), ("b.example.com.", "A", "blue"), ("b.example.com.", "A", "green")]
    with refused("NoSuchHealthCheck"):
        change(dns, zone, "CREATE", "c.example.com", SetIdentifier="c", Weight=1, HealthCheckId="00000000-0000-0000-0000-000000000000")


def test_a_cname_stands_alone(dns, zone, refused):
    change(dns, zone, "CREATE", "a.example.com", "CNAME", ["b.example.com"])
    with refused("InvalidChangeBatch"):
        change(dns, zone, "CREATE", "a.example.com", "TXT", ['"x"'])


def test_a_zone_with_records_stays_delegations_too(dns, zone, refused):
    change(dns, zone, "CREATE", "child.example.com", "NS", ["ns-1.example.org"])
    with refused("HostedZoneNotEmpty"):
        dns.delete_hosted_zone(Id=zone)
    change(dns, zone, "DELETE", "child.example.com", "NS", ["ns-1.example.org"])
    dns.delete_hosted_zone(Id=zone)
    with refused("NoSuchHostedZone"):
        dns.get_hosted_zone(Id=zone)


def test_queries_are_logged_where_route_53_may_write(aws, account, dns, zone, refused):
    logs = aws("logs", "us-east-1")
    logs.create_log_group(logGroupName="/aws/route53/example.com")
    group = f"arn:aws:logs:us-east-1:{account}:log-group:/aws/route53/example.com"
    with refused("InsufficientCloudWatchLogsResourcePolicy"):
        dns.create_query_logging_config(HostedZoneId=zone, CloudWatchLogsLogGroupArn=group)
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "route53.amazonaws.com"},
        "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
        "Resource": f"arn:aws:logs:us-east-1:{account}:log-group:/aws/route53/*",
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    logs.put_resource_policy(policyName="queries", policyDocument=policy)
    made = dns.create_query_logging_config(HostedZoneId=zone, CloudWatchLogsLogGroupArn=group)["QueryLoggingConfig"]
    assert dns.get_query_logging_config(Id=made["Id"])["QueryLoggingConfig"]["CloudWatchLogsLogGroupArn"] == group
    with refused("InvalidInput"):
        dns.create_query_logging_config(HostedZoneId=zone, CloudWatchLogsLogGroupArn=group.replace("us-east-1", "eu-west-1"))


def test_an_asterisk_is_shown_as_its_code_and_found_by_both(dns, zone):
    for name in ("*.example.com", "a.example.com"):
        change(dns, zone, "CREATE", name)
    assert ("\\052.example.com.", "A", None) in names(dns, zone)
    for start in ("*.example.com", "\\052.example.com."):
        found = dns.list_resource_record_sets(HostedZoneId=zone, StartRecordName=start, StartRecordType="A", MaxItems="1")
        assert [record["Name"] for record in found["ResourceRecordSets"]] == ["\\052.example.com."]
    change(dns, zone, "DELETE", "\\052.example.com")
    assert "\\052.example.com." not in [name for name, _, _ in names(dns, zone)]
