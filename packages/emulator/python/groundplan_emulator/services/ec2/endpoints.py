"""Endpoints: their default type, and private DNS.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html (VpcEndpointType, PrivateDnsEnabled)
"""

from ...call import AwsError
from ...rules import after, before
from . import backend


@before("ec2", "CreateVpcEndpoint")
def default_type(call):
    call.params.setdefault("VpcEndpointType", "Gateway")


@before("ec2", "CreateVpcEndpoint")
def check_private_names(call):
    params, ec2 = call.params, backend.of(call)
    vpc = ec2.vpcs.get(params["VpcId"])
    if vpc is None or params.get("VpcEndpointType") != "Interface" or not params.get("PrivateDnsEnabled"):
        return
    if not (_is_on(vpc.enable_dns_support) and _is_on(vpc.enable_dns_hostnames)):
        text = "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true"
        raise AwsError("InvalidParameter", f"{text} for {vpc.id}")
    for other in ec2.vpc_end_points.values():
        same = other.vpc_id == vpc.id and other.service_name == params["ServiceName"]
        if same and other.state != "deleted" and other.private_dns_enabled:
            text = f"private-dns-enabled cannot be set because there is already a conflicting DNS domain for {params['ServiceName']}"
            raise AwsError("InvalidParameter", f"{text} in the VPC {vpc.id}")


def _is_on(value):
    return str(value).lower() == "true"


@after("ec2", "CreateVpcEndpoint")
def remember_addresses(call, answer):
    params = call.params
    kept = {"IpAddressType": params.get("IpAddressType") or "ipv4"}
    if params.get("VpcEndpointType") == "Interface":
        kept["DnsOptions"] = {
            "DnsRecordIpType": "ipv4",
            "PrivateDnsOnlyForInboundResolverEndpoint": False,
            **(params.get("DnsOptions") or {}),
        }
    else:
        kept["DnsOptions"] = params.get("DnsOptions") or {"DnsRecordIpType": "service-defined"}
    call.kind("endpoint")[answer["VpcEndpoint"]["VpcEndpointId"]] = kept
    answer["VpcEndpoint"].update(kept)


@after("ec2", "ModifyVpcEndpoint")
def change_addresses(call, answer):
    kept = call.kind("endpoint").setdefault(call.params["VpcEndpointId"], {})
    if call.params.get("IpAddressType"):
        kept["IpAddressType"] = call.params["IpAddressType"]
    if call.params.get("DnsOptions"):
        kept["DnsOptions"] = {**kept.get("DnsOptions", {}), **call.params["DnsOptions"]}


@after("ec2", "ModifyVpcEndpoint")
def route_in_added_tables(call, answer):
    """moto makes a gateway endpoint's routes when it makes the endpoint, not in tables that join later, and then cannot delete it.

    https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html#gateway-endpoint-routing
    """
    ec2 = backend.of(call)
    endpoint = ec2.vpc_end_points[call.params["VpcEndpointId"]]
    if endpoint.vpc_endpoint_type.lower() != "gateway":
        return
    prefix_list = endpoint.destination_prefix_list_id
    for table in call.params.get("AddRouteTableIds") or []:
        ec2.create_route(table, None, gateway_id=endpoint.id, destination_prefix_list_id=prefix_list)
    for table in call.params.get("RemoveRouteTableIds") or []:
        ec2.delete_route(table, prefix_list)


@after("ec2", "DescribeVpcEndpoints")
def show_addresses(call, answer):
    for endpoint in answer.get("VpcEndpoints", []):
        endpoint.update(call.kind("endpoint").get(endpoint["VpcEndpointId"], {}))
