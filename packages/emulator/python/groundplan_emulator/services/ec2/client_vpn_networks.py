"""What a client VPN endpoint leads to: target networks, rules of who may go where, and routes. The first look shows each on its way.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateClientVpnTargetNetwork.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeClientVpnIngress.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateClientVpnRoute.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import identifiers
from .client_vpn import existing

_PASSING = {"associating": "associated", "authorizing": "active", "creating": "active"}


def _look(kept: dict[Any, Any], key: Any) -> dict[str, Any]:
    found = kept[key]
    shown = {**found, "Status": dict(found["Status"])}
    found["Status"] = {"Code": _PASSING.get(found["Status"]["Code"], found["Status"]["Code"])}
    return shown


def _subnet(call: Call, name: str) -> Any:
    from moto.ec2.models import ec2_backends

    zones = ec2_backends[call.account][call.region].subnets.values()
    found = next((zone[name] for zone in zones if name in zone), None)
    if found is None:
        raise AwsError("InvalidSubnetID.NotFound", f"The subnet ID '{name}' does not exist")
    return found


def _networks(call: Call, endpoint: str) -> dict[str, dict[str, Any]]:
    return {name: one for name, one in call.kind("client vpn network").items() if one["ClientVpnEndpointId"] == endpoint}


@stub("ec2", "AssociateClientVpnTargetNetwork")
def associate(call: Call) -> dict[str, Any]:
    endpoint, subnet = existing(call), _subnet(call, call.params["SubnetId"])
    standing = [_subnet(call, one["TargetNetworkId"]) for one in _networks(call, endpoint["ClientVpnEndpointId"]).values()]
    if any(one.availability_zone == subnet.availability_zone for one in standing):
        raise AwsError("InvalidClientVpnDuplicateAssociation", "An endpoint has one target network in an Availability Zone.")
    if any(one.vpc_id != subnet.vpc_id for one in standing):
        raise AwsError("InvalidClientVpnSubnetId.DifferentAccount", "All target networks of an endpoint must lie in one VPC.")
    name = identifiers.new("cvpn-assoc")
    call.kind("client vpn network")[name] = {
        "AssociationId": name,
        "VpcId": subnet.vpc_id,
        "TargetNetworkId": subnet.id,
        "ClientVpnEndpointId": endpoint["ClientVpnEndpointId"],
        "Status": {"Code": "associating"},
        "SecurityGroups": endpoint["SecurityGroupIds"],
    }
    endpoint.update(Status={"Code": "available"}, VpcId=endpoint["VpcId"] or subnet.vpc_id)
    return {"AssociationId": name, "Status": {"Code": "associating"}}


@stub("ec2", "DescribeClientVpnTargetNetworks")
def networks(call: Call) -> dict[str, Any]:
    standing = _networks(call, existing(call)["ClientVpnEndpointId"])
    wanted = call.params.get("AssociationIds") or list(standing)
    for name in wanted:
        if name not in standing:
            raise AwsError("InvalidClientVpnAssociationId.NotFound", f"The association {name} does not exist")
    return {"ClientVpnTargetNetworks": [_look(standing, name) for name in wanted]}


@stub("ec2", "DisassociateClientVpnTargetNetwork")
def disassociate(call: Call) -> dict[str, Any]:
    endpoint, name = existing(call), call.params["AssociationId"]
    standing = _networks(call, endpoint["ClientVpnEndpointId"])
    if name not in standing:
        raise AwsError("InvalidClientVpnAssociationId.NotFound", f"The association {name} does not exist")
    subnet, routes = standing[name]["TargetNetworkId"], call.kind("client vpn route")
    for key in [key for key in routes if key[0] == endpoint["ClientVpnEndpointId"] and key[2] == subnet]:
        del routes[key]
    del call.kind("client vpn network")[name]
    if len(standing) == 1:
        endpoint["Status"] = {"Code": "pending-associate"}
    return {"AssociationId": name, "Status": {"Code": "disassociating"}}


def _rule_key(call: Call) -> tuple[str, str, str]:
    return existing(call)["ClientVpnEndpointId"], call.params["TargetNetworkCidr"], call.params.get("AccessGroupId") or ""


@stub("ec2", "AuthorizeClientVpnIngress")
def authorize(call: Call) -> dict[str, Any]:
    params, key = call.params, _rule_key(call)
    if bool(params.get("AuthorizeAllGroups")) == bool(params.get("AccessGroupId")):
        raise AwsError("InvalidParameterCombination", "Specify either AccessGroupId or AuthorizeAllGroups.")
    if key in call.kind("client vpn rule"):
        raise AwsError("InvalidClientVpnDuplicateAuthorizationRule", "The authorization rule already exists.")
    shown = {"ClientVpnEndpointId": key[0], "DestinationCidr": key[1], "GroupId": key[2], "AccessAll": not key[2]}
    call.kind("client vpn rule")[key] = {**shown, "Description": params.get("Description") or "", "Status": {"Code": "authorizing"}}
    return {"Status": {"Code": "authorizing"}}


@stub("ec2", "RevokeClientVpnIngress")
def revoke(call: Call) -> dict[str, Any]:
    if call.kind("client vpn rule").pop(_rule_key(call), None) is None:
        raise AwsError("InvalidClientVpnEndpointAuthorizationRuleNotFound", "The authorization rule does not exist.")
    return {"Status": {"Code": "revoking"}}


def _of_endpoint(call: Call, kind: str, fields: dict[str, str]) -> list[dict[str, Any]]:
    """Those that the call's filters leave."""
    endpoint, kept = existing(call)["ClientVpnEndpointId"], call.kind(kind)
    filters = {fields.get(one["Name"], one["Name"]): one["Values"] for one in call.params.get("Filters") or []}
    shown = [key for key in kept if key[0] == endpoint and all(str(kept[key].get(name)) in values for name, values in filters.items())]
    return [_look(kept, key) for key in shown]


@stub("ec2", "DescribeClientVpnAuthorizationRules")
def rules(call: Call) -> dict[str, Any]:
    return {"AuthorizationRules": _of_endpoint(call, "client vpn rule", {"destination-cidr": "DestinationCidr", "group-id": "GroupId"})}


def _route_key(call: Call) -> tuple[str, str, str]:
    return existing(call)["ClientVpnEndpointId"], call.params["DestinationCidrBlock"], call.params["TargetVpcSubnetId"]


@stub("ec2", "CreateClientVpnRoute")
def create_route(call: Call) -> dict[str, Any]:
    key = _route_key(call)
    if all(one["TargetNetworkId"] != key[2] for one in _networks(call, key[0]).values()):
        raise AwsError("InvalidClientVpnActiveAssociationNotFound", f"The subnet {key[2]} is not associated with the endpoint.")
    if key in call.kind("client vpn route"):
        raise AwsError("InvalidClientVpnDuplicateRoute", "The route already exists.")
    shown = {"ClientVpnEndpointId": key[0], "DestinationCidr": key[1], "TargetSubnet": key[2], "Type": "Nat", "Origin": "add-route"}
    call.kind("client vpn route")[key] = {**shown, "Description": call.params.get("Description") or "", "Status": {"Code": "creating"}}
    return {"Status": {"Code": "creating"}}


@stub("ec2", "DeleteClientVpnRoute")
def delete_route(call: Call) -> dict[str, Any]:
    if call.kind("client vpn route").pop(_route_key(call), None) is None:
        raise AwsError("InvalidClientVpnRouteNotFound", "The route does not exist.")
    return {"Status": {"Code": "deleting"}}


@stub("ec2", "DescribeClientVpnRoutes")
def routes(call: Call) -> dict[str, Any]:
    fields = {"destination-cidr": "DestinationCidr", "target-subnet": "TargetSubnet", "origin": "Origin"}
    return {"Routes": _of_endpoint(call, "client vpn route", fields)}
