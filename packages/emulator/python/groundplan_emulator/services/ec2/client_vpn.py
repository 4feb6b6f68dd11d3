"""Client VPN endpoints, which moto lacks. Nobody connects.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateClientVpnEndpoint.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyClientVpnEndpoint.html
https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-endpoints.html
"""

from __future__ import annotations

import ipaddress
from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import identifiers, tags

_NETWORKS = (12, 22)
_HOURS, _PORTS = (8, 10, 12, 24), (443, 1194)
_CHANGED = ("Description", "SplitTunnel", "VpnPort", "ServerCertificateArn", "ConnectionLogOptions", "SecurityGroupIds", "VpcId")
_MORE = ("SessionTimeoutHours", "DisconnectOnSessionTimeout", "ClientLoginBannerOptions", "ClientRouteEnforcementOptions")


def existing(call: Call, name: str | None = None) -> dict[str, Any]:
    wanted = name or call.params["ClientVpnEndpointId"]
    found = call.kind("client vpn").get(wanted)
    if found is None:
        raise AwsError("InvalidClientVpnEndpointId.NotFound", f"Endpoint {wanted} does not exist")
    return found


def _check(call: Call, wanted: dict[str, Any]) -> None:
    from moto.acm.models import acm_backends
    from moto.ec2.models import ec2_backends

    def refuse(name: str, text: str) -> AwsError:
        return AwsError("InvalidParameterValue", f"Value ({wanted.get(name)}) for parameter {name} is invalid. {text}")

    certificate = acm_backends[call.account][call.region]._certificates.get(wanted["ServerCertificateArn"])
    if certificate is None or certificate.status != "ISSUED":
        raise refuse("ServerCertificateArn", "The certificate does not exist or is not issued.")
    if wanted.get("VpnPort") not in _PORTS:
        raise refuse("VpnPort", f"Use one of {_PORTS}.")
    if wanted.get("SessionTimeoutHours") not in _HOURS:
        raise refuse("SessionTimeoutHours", f"Use one of {_HOURS}.")
    log = wanted["ConnectionLogOptions"]
    if log.get("Enabled") and not log.get("CloudwatchLogGroup"):
        raise AwsError("MissingParameter", "A CloudWatch log group is needed where connection logging is enabled.")
    ec2 = ec2_backends[call.account][call.region]
    for name in wanted.get("SecurityGroupIds") or []:
        group = ec2.get_security_group_from_id(name)
        if group is None or group.vpc_id != wanted.get("VpcId"):
            raise AwsError("InvalidSecurityGroupID.NotFound", f"The security group '{name}' does not exist in the endpoint's VPC")


def _check_network(cidr: str) -> None:
    network, (shortest, longest) = ipaddress.ip_network(cidr, strict=False), _NETWORKS
    if not shortest <= network.prefixlen <= longest:
        text = f"The client CIDR block must have a netmask between /{shortest} and /{longest}."
        raise AwsError("InvalidParameterValue", f"Value ({cidr}) for parameter ClientCidrBlock is invalid. {text}")


def _authentication(call: Call) -> list[dict[str, Any]]:
    """Given and shown under different names."""
    from moto.iam.models import iam_backends

    shown = []
    for option in call.params["AuthenticationOptions"]:
        kept: dict[str, Any] = {"Type": option["Type"]}
        if option.get("MutualAuthentication"):
            kept["MutualAuthentication"] = {"ClientRootCertificateChain": option["MutualAuthentication"]["ClientRootCertificateChainArn"]}
        if option.get("ActiveDirectory"):
            kept["ActiveDirectory"] = option["ActiveDirectory"]
        if option.get("FederatedAuthentication"):
            given = option["FederatedAuthentication"]
            providers = [one.arn for one in iam_backends[call.account]["aws"].saml_providers.values()]
            if given["SAMLProviderArn"] not in providers:
                raise AwsError("InvalidParameterValue", f"The SAML provider {given['SAMLProviderArn']} does not exist.")
            kept["FederatedAuthentication"] = {"SamlProviderArn": given["SAMLProviderArn"]}
        shown.append(kept)
    return shown


@stub("ec2", "CreateClientVpnEndpoint")
def create(call: Call) -> dict[str, Any]:
    params, name = call.params, identifiers.new("cvpn-endpoint")
    _check_network(params["ClientCidrBlock"])
    made = {
        "ClientVpnEndpointId": name,
        "Description": params.get("Description") or "",
        "Status": {"Code": "pending-associate"},
        "CreationTime": identifiers.now().isoformat(),
        "DnsName": f"*.{name}.prod.clientvpn.{call.region}.amazonaws.com",
        "ClientCidrBlock": params["ClientCidrBlock"],
        "DnsServers": params.get("DnsServers") or [],
        "SplitTunnel": params.get("SplitTunnel") or False,
        "VpnProtocol": "openvpn",
        "TransportProtocol": params.get("TransportProtocol") or "udp",
        "VpnPort": params.get("VpnPort") or 443,
        "ServerCertificateArn": params["ServerCertificateArn"],
        "AuthenticationOptions": _authentication(call),
        "ConnectionLogOptions": params["ConnectionLogOptions"],
        "SecurityGroupIds": params.get("SecurityGroupIds") or [],
        "VpcId": params.get("VpcId"),
        "ClientConnectOptions": {**(params.get("ClientConnectOptions") or {"Enabled": False}), "Status": {"Code": "applied"}},
        "SessionTimeoutHours": params.get("SessionTimeoutHours") or 24,
        "ClientLoginBannerOptions": params.get("ClientLoginBannerOptions") or {"Enabled": False},
        "ClientRouteEnforcementOptions": params.get("ClientRouteEnforcementOptions") or {"Enforced": False},
        "DisconnectOnSessionTimeout": params.get("DisconnectOnSessionTimeout", True),
    }
    _check(call, made)
    call.kind("client vpn")[name] = made
    tags.tag(call, name)
    return {"ClientVpnEndpointId": name, "Status": made["Status"], "DnsName": made["DnsName"]}


@stub("ec2", "ModifyClientVpnEndpoint")
def modify(call: Call) -> dict[str, bool]:
    found = existing(call)
    changed = {name: call.params[name] for name in (*_CHANGED, *_MORE) if call.params.get(name) is not None}
    servers = call.params.get("DnsServers")
    if servers is not None:
        changed["DnsServers"] = servers.get("CustomDnsServers") or [] if servers.get("Enabled", True) else []
    if call.params.get("ClientConnectOptions"):
        changed["ClientConnectOptions"] = {**call.params["ClientConnectOptions"], "Status": {"Code": "applied"}}
    _check(call, {**found, **changed})
    found.update(changed)
    return {"Return": True}


@stub("ec2", "DescribeClientVpnEndpoints")
def describe(call: Call) -> dict[str, Any]:
    wanted = call.params.get("ClientVpnEndpointIds") or list(call.kind("client vpn"))
    shown = [{**existing(call, name), "Tags": tags.of(call, name)} for name in wanted]
    return {"ClientVpnEndpoints": [{key: value for key, value in one.items() if value is not None} for one in shown]}


@stub("ec2", "DeleteClientVpnEndpoint")
def delete(call: Call) -> dict[str, Any]:
    name = existing(call)["ClientVpnEndpointId"]
    if any(one["ClientVpnEndpointId"] == name for one in call.kind("client vpn network").values()):
        raise AwsError("InvalidParameterValue", f"The endpoint {name} has associated target networks; disassociate them first.")
    del call.kind("client vpn")[name]
    for kind in ("client vpn rule", "client vpn route"):
        kept = call.kind(kind)
        for key in [key for key in kept if key[0] == name]:
            del kept[key]
    tags.drop(call, name)
    return {"Status": {"Code": "deleting"}}
