import pytest
from test_route53 import change


@pytest.fixture
def dns(aws):
    return aws("route53")


@pytest.fixture
def elb(aws):
    return aws("elbv2")


@pytest.fixture
def group(target_group):
    return target_group("blue")


@pytest.fixture
def acm(aws):
    return aws("acm")


@pytest.fixture
def domain(account):
    """Other accounts of this server may have zones too, which would be seen."""
    return f"d{account}.example"


@pytest.fixture
def zone(dns, domain):
    return dns.create_hosted_zone(Name=domain, CallerReference="1")["HostedZone"]["Id"]


def request(acm, domain, *others, **more):
    names = {"SubjectAlternativeNames": list(others)} if others else {}
    return acm.request_certificate(DomainName=domain, ValidationMethod="DNS", **names, **more)["CertificateArn"]


def described(acm, arn):
    return acm.describe_certificate(CertificateArn=arn)["Certificate"]


def validate(acm, dns, zone, arn):
    records = [option["ResourceRecord"] for option in described(acm, arn)["DomainValidationOptions"]]
    for name, value in {(record["Name"], record["Value"]) for record in records}:
        change(dns, zone, "UPSERT", name, "CNAME", [value])


def test_a_certificate_is_issued_once_all_its_records_stand(acm, dns, zone, domain):
    arn = request(acm, domain, f"*.{domain}", f"www.{domain}", KeyAlgorithm="EC_prime256v1")
    pending = described(acm, arn)
    assert pending["Status"] == "PENDING_VALIDATION" and "NotAfter" not in pending
    assert pending["SubjectAlternativeNames"] == [domain, f"*.{domain}", f"www.{domain}"]
    assert pending["KeyAlgorithm"] == "EC_prime256v1"
    first, wild, other = (option["ResourceRecord"] for option in pending["DomainValidationOptions"])
    assert first == wild and first["Name"] != other["Name"]
    change(dns, zone, "CREATE", first["Name"], "CNAME", [first["Value"]])
    half = described(acm, arn)
    assert half["Status"] == "PENDING_VALIDATION"
    assert [option["ValidationStatus"] for option in half["DomainValidationOptions"]] == ["SUCCESS", "SUCCESS", "PENDING_VALIDATION"]
    change(dns, zone, "CREATE", other["Name"], "CNAME", [other["Value"]])
    issued = described(acm, arn)
    assert issued["Status"] == "ISSUED" and "NotAfter" in issued


def test_one_record_validates_a_name_in_all_regions(aws, acm, dns, zone, domain):
    edge = aws("acm", "us-east-1")
    validate(acm, dns, zone, request(acm, f"*.{domain}"))
    assert described(edge, request(edge, domain))["Status"] == "ISSUED"


def test_a_record_counts_where_the_parent_delegates_to_its_zone(acm, dns, zone, domain):
    child = dns.create_hosted_zone(Name=f"app.{domain}", CallerReference="2")
    arn = request(acm, f"app.{domain}")
    validate(acm, dns, child["HostedZone"]["Id"], arn)
    assert described(acm, arn)["Status"] == "PENDING_VALIDATION"
    change(dns, zone, "CREATE", f"app.{domain}", "NS", child["DelegationSet"]["NameServers"])
    assert described(acm, arn)["Status"] == "ISSUED"


def test_a_record_beneath_a_delegation_is_not_seen_in_the_parent(acm, dns, zone, domain):
    arn = request(acm, f"app.{domain}")
    change(dns, zone, "CREATE", f"app.{domain}", "NS", ["ns-1.example.org"])
    validate(acm, dns, zone, arn)
    assert described(acm, arn)["Status"] == "PENDING_VALIDATION"
    change(dns, zone, "DELETE", f"app.{domain}", "NS", ["ns-1.example.org"])
    assert described(acm, arn)["Status"] == "ISSUED"


def test_a_record_of_another_value_or_of_a_private_zone_does_not_count(acm, dns, network, domain):
    place = {"VPCRegion": "eu-west-1", "VPCId": network["vpc"]}
    private = dns.create_hosted_zone(Name=domain, CallerReference="1", VPC=place)["HostedZone"]["Id"]
    arn = request(acm, domain)
    validate(acm, dns, private, arn)
    assert described(acm, arn)["Status"] == "PENDING_VALIDATION"
    public = dns.create_hosted_zone(Name=domain, CallerReference="2")["HostedZone"]["Id"]
    name = described(acm, arn)["DomainValidationOptions"][0]["ResourceRecord"]["Name"]
    change(dns, public, "CREATE", name, "CNAME", ["_0.x.acm-validations.aws."])
    assert described(acm, arn)["Status"] == "PENDING_VALIDATION"


def test_a_certificate_by_mail_waits_for_people(acm, domain):
    arn = acm.request_certificate(DomainName=domain, ValidationMethod="EMAIL")["CertificateArn"]
    [option] = described(acm, arn)["DomainValidationOptions"]
    assert f"admin@{domain}" in option["ValidationEmails"] and "ResourceRecord" not in option


def test_names_are_checked(acm, domain, refused):
    for wrong in ("localhost", f"*.*.{domain}", f"a_b.{domain}"):
        with refused("ValidationException"):
            request(acm, wrong)
    with refused("LimitExceededException"):
        request(acm, domain, *(f"a{index}.{domain}" for index in range(10)))


def test_transparency_logging_can_be_changed(acm, domain):
    arn = request(acm, domain)
    acm.update_certificate_options(CertificateArn=arn, Options={"CertificateTransparencyLoggingPreference": "DISABLED"})
    assert described(acm, arn)["Options"]["CertificateTransparencyLoggingPreference"] == "DISABLED"


def listen(elb, balancer, group, port, **more):
    forward = [{"Type": "forward", "TargetGroupArn": group}]
    made = elb.create_listener(
        **{"LoadBalancerArn": balancer["LoadBalancerArn"], "Protocol": "HTTPS", "Port": port, "DefaultActions": forward, **more}
    )
    return made["Listeners"][0]


def test_a_secure_listener_needs_an_issued_certificate_of_its_region(aws, acm, dns, zone, domain, elb, balancer, group, refused):
    with refused("ValidationError"):
        listen(elb, balancer, group, 443)
    arn = request(acm, domain)
    with refused("UnsupportedCertificate"):
        listen(elb, balancer, group, 443, Certificates=[{"CertificateArn": arn}])
    validate(acm, dns, zone, arn)
    far = request(aws("acm", "us-east-1"), domain)
    for missing in (far, arn[:-4] + "0000"):
        with refused("CertificateNotFound"):
            listen(elb, balancer, group, 443, Certificates=[{"CertificateArn": missing}])
    with refused("SSLPolicyNotFound"):
        listen(elb, balancer, group, 443, Certificates=[{"CertificateArn": arn}], SslPolicy="ELBSecurityPolicy-none")
    with refused("ValidationError"):
        listen(elb, balancer, group, 80, Protocol="HTTP", Certificates=[{"CertificateArn": arn}])
    made = listen(elb, balancer, group, 443, Certificates=[{"CertificateArn": arn}])
    assert made["MutualAuthentication"] == {"Mode": "off"}
    plain = listen(elb, balancer, group, 80, Protocol="HTTP")
    assert "SslPolicy" not in plain


def test_a_default_certificate_may_be_in_the_list_too(acm, dns, zone, domain, elb, balancer, group, refused):
    arn = request(acm, domain)
    validate(acm, dns, zone, arn)
    made = {"ListenerArn": listen(elb, balancer, group, 443, Certificates=[{"CertificateArn": arn}])["ListenerArn"]}
    for _ in range(2):
        elb.add_listener_certificates(**made, Certificates=[{"CertificateArn": arn}])
    assert [one["IsDefault"] for one in elb.describe_listener_certificates(**made)["Certificates"]] == [True, False]
    elb.remove_listener_certificates(**made, Certificates=[{"CertificateArn": arn}])
    assert [one["IsDefault"] for one in elb.describe_listener_certificates(**made)["Certificates"]] == [True]
    with refused("OperationNotPermitted"):
        elb.remove_listener_certificates(**made, Certificates=[{"CertificateArn": arn}])


def test_a_certificate_in_use_stays(acm, dns, zone, domain, elb, balancer, group, refused):
    first, second = request(acm, domain), request(acm, f"*.{domain}")
    validate(acm, dns, zone, first)
    made = listen(elb, balancer, group, 443, Certificates=[{"CertificateArn": first}])["ListenerArn"]
    elb.add_listener_certificates(ListenerArn=made, Certificates=[{"CertificateArn": second}])
    for arn in (first, second):
        assert described(acm, arn)["InUseBy"] == [balancer["LoadBalancerArn"]]
        with refused("ResourceInUseException"):
            acm.delete_certificate(CertificateArn=arn)
    with refused("OperationNotPermitted"):
        elb.remove_listener_certificates(ListenerArn=made, Certificates=[{"CertificateArn": first}])
    elb.modify_listener(ListenerArn=made, SslPolicy="ELBSecurityPolicy-TLS13-1-2-2021-06")
    shown = elb.describe_listener_certificates(ListenerArn=made)["Certificates"]
    assert [(one["CertificateArn"], one["IsDefault"]) for one in shown] == [(first, True), (second, False)]
    elb.remove_listener_certificates(ListenerArn=made, Certificates=[{"CertificateArn": second}])
    acm.delete_certificate(CertificateArn=second)
    elb.delete_listener(ListenerArn=made)
    acm.delete_certificate(CertificateArn=first)
