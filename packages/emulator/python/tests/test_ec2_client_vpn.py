import pytest

_SAML = "<md:EntityDescriptor>" + "x" * 1000 + "</md:EntityDescriptor>"


@pytest.fixture
def ec2(aws):
    return aws("ec2")


@pytest.fixture
def wanted(aws):
    route53, acm = aws("route53"), aws("acm")
    zone = route53.create_hosted_zone(Name="vpn.example.com", CallerReference="r")["HostedZone"]["Id"]
    certificate = acm.request_certificate(DomainName="a.vpn.example.com", ValidationMethod="DNS")["CertificateArn"]
    [option] = acm.describe_certificate(CertificateArn=certificate)["Certificate"]["DomainValidationOptions"]
    record = option["ResourceRecord"]
    values = {"Name": record["Name"], "Type": record["Type"], "TTL": 60, "ResourceRecords": [{"Value": record["Value"]}]}
    changes = {"Changes": [{"Action": "CREATE", "ResourceRecordSet": values}]}
    route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch=changes)
    for _ in range(3):
        acm.describe_certificate(CertificateArn=certificate)
    provider = aws("iam").create_saml_provider(Name="vpn", SAMLMetadataDocument=_SAML)["SAMLProviderArn"]
    return {
        "ClientCidrBlock": "10.100.0.0/22",
        "ServerCertificateArn": certificate,
        "AuthenticationOptions": [{"Type": "federated-authentication", "FederatedAuthentication": {"SAMLProviderArn": provider}}],
        "ConnectionLogOptions": {"Enabled": False},
    }


@pytest.fixture
def endpoint(ec2, wanted):
    tags = [{"ResourceType": "client-vpn-endpoint", "Tags": [{"Key": "a", "Value": "1"}]}]
    return ec2.create_client_vpn_endpoint(**wanted, TagSpecifications=tags)["ClientVpnEndpointId"]


def shown(ec2, endpoint):
    return ec2.describe_client_vpn_endpoints(ClientVpnEndpointIds=[endpoint])["ClientVpnEndpoints"][0]


def test_an_endpoint_is_made_changed_tagged_and_deleted(ec2, endpoint, refused):
    made = shown(ec2, endpoint)
    assert (made["Status"]["Code"], made["Tags"], made["VpnPort"]) == ("pending-associate", [{"Key": "a", "Value": "1"}], 443)
    assert made["AuthenticationOptions"][0]["FederatedAuthentication"]["SamlProviderArn"].endswith("saml-provider/vpn")
    ec2.modify_client_vpn_endpoint(ClientVpnEndpointId=endpoint, SplitTunnel=True, DnsServers={"CustomDnsServers": ["10.0.0.2"]})
    ec2.create_tags(Resources=[endpoint], Tags=[{"Key": "a", "Value": "2"}])
    changed = shown(ec2, endpoint)
    assert (changed["SplitTunnel"], changed["DnsServers"], changed["Tags"][0]["Value"]) == (True, ["10.0.0.2"], "2")
    with refused("InvalidParameterValue"):
        ec2.modify_client_vpn_endpoint(ClientVpnEndpointId=endpoint, VpnPort=80)
    ec2.delete_client_vpn_endpoint(ClientVpnEndpointId=endpoint)
    with refused("InvalidClientVpnEndpointId.NotFound"):
        shown(ec2, endpoint)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"ClientCidrBlock": "10.100.0.0/24"}, "InvalidParameterValue"),
        ({"ClientCidrBlock": "10.0.0.0/8"}, "InvalidParameterValue"),
        ({"SessionTimeoutHours": 9}, "InvalidParameterValue"),
        ({"ServerCertificateArn": "arn:aws:acm:eu-west-1:111111111111:certificate/none"}, "InvalidParameterValue"),
        ({"ConnectionLogOptions": {"Enabled": True}}, "MissingParameter"),
        ({"SecurityGroupIds": ["sg-0"], "VpcId": "vpc-0"}, "InvalidSecurityGroupID.NotFound"),
    ],
)
def test_what_no_endpoint_can_be_is_refused(ec2, wanted, refused, wrong, code):
    with refused(code):
        ec2.create_client_vpn_endpoint(**{**wanted, **wrong})


def test_a_target_network_stands_once_in_a_zone_and_holds_the_endpoint(ec2, endpoint, network, refused):
    one = {"ClientVpnEndpointId": endpoint}
    name = ec2.associate_client_vpn_target_network(**one, SubnetId=network["a"])["AssociationId"]
    with refused("InvalidClientVpnDuplicateAssociation"):
        ec2.associate_client_vpn_target_network(**one, SubnetId=network["a2"])

    def status():
        return ec2.describe_client_vpn_target_networks(**one, AssociationIds=[name])["ClientVpnTargetNetworks"][0]["Status"]["Code"]

    assert (status(), status(), shown(ec2, endpoint)["Status"]["Code"]) == ("associating", "associated", "available")
    assert shown(ec2, endpoint)["VpcId"] == network["vpc"]
    with refused("InvalidParameterValue"):
        ec2.delete_client_vpn_endpoint(**one)
    ec2.disassociate_client_vpn_target_network(**one, AssociationId=name)
    assert shown(ec2, endpoint)["Status"]["Code"] == "pending-associate"
    with refused("InvalidClientVpnAssociationId.NotFound"):
        status()


def test_rules_and_routes_are_made_once_and_removed(ec2, endpoint, network, refused):
    one = {"ClientVpnEndpointId": endpoint}
    with refused("InvalidClientVpnActiveAssociationNotFound"):
        ec2.create_client_vpn_route(**one, DestinationCidrBlock="0.0.0.0/0", TargetVpcSubnetId=network["a"])
    ec2.associate_client_vpn_target_network(**one, SubnetId=network["a"])
    with refused("InvalidParameterCombination"):
        ec2.authorize_client_vpn_ingress(**one, TargetNetworkCidr="10.0.0.0/16")
    ec2.authorize_client_vpn_ingress(**one, TargetNetworkCidr="10.0.0.0/16", AuthorizeAllGroups=True)
    with refused("InvalidClientVpnDuplicateAuthorizationRule"):
        ec2.authorize_client_vpn_ingress(**one, TargetNetworkCidr="10.0.0.0/16", AuthorizeAllGroups=True)
    route = {**one, "DestinationCidrBlock": "0.0.0.0/0", "TargetVpcSubnetId": network["a"]}
    ec2.create_client_vpn_route(**route)
    with refused("InvalidClientVpnDuplicateRoute"):
        ec2.create_client_vpn_route(**route)
    by = [{"Name": "destination-cidr", "Values": ["0.0.0.0/0"]}]
    assert [found["Status"]["Code"] for found in ec2.describe_client_vpn_routes(**one, Filters=by)["Routes"]] == ["creating"]
    assert [found["Status"]["Code"] for found in ec2.describe_client_vpn_routes(**one)["Routes"]] == ["active"]
    assert len(ec2.describe_client_vpn_authorization_rules(**one)["AuthorizationRules"]) == 1
    ec2.delete_client_vpn_route(**route)
    ec2.revoke_client_vpn_ingress(**one, TargetNetworkCidr="10.0.0.0/16", RevokeAllGroups=True)
    with refused("InvalidClientVpnRouteNotFound"):
        ec2.delete_client_vpn_route(**route)
    assert ec2.describe_client_vpn_authorization_rules(**one)["AuthorizationRules"] == []
