"""Load balancers: where they stand, how they are called, and those that may not go.

https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteLoadBalancer.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetSubnets.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetSecurityGroups.html
"""

import re

from moto.moto_api._internal import mock_random

from ...call import AwsError
from ...rules import after, before
from . import attributes, backend, network_interfaces, places
from .dns_zones import zone_of

_NAME = re.compile(r"(?!internal-)[a-zA-Z0-9]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?")

#: moto knows neither this one nor its difference to dualstack
_WITHOUT_PUBLIC_IPV4 = "dualstack-without-public-ipv4"
_KINDS = {"application": "app", "network": "net", "gateway": "gwy"}


@before("elbv2", "CreateLoadBalancer")
def check(call):
    params = call.params
    name = params["Name"]
    if not _NAME.fullmatch(name):
        text = "can have 32 characters: letters, digits and hyphens; it cannot begin or end with a hyphen, nor begin with 'internal-'"
        raise AwsError("ValidationError", f"The load balancer name '{name}' {text}")
    if any(balancer.name == name for balancer in backend.of(call).load_balancers.values()):
        raise AwsError("DuplicateLoadBalancerName", f"A load balancer with the same name '{name}' exists, but with different settings")
    kind, scheme = params.get("Type") or "application", params.get("Scheme") or "internet-facing"
    place = places.Place(kind, scheme, params.get("IpAddressType") or "ipv4")
    vpc = places.check_subnets(call, place, places.named_subnets(params))
    groups = places.check_security_groups(call, params.get("SecurityGroups") or [], vpc)
    if not groups and kind == "application":
        groups = [backend.ec2(call).get_default_security_group(vpc).id]
    params.update(Type=kind, Scheme=scheme, SecurityGroups=groups)
    call.notes["addresses"] = params.get("IpAddressType")
    if call.notes["addresses"] == _WITHOUT_PUBLIC_IPV4:
        params["IpAddressType"] = "dualstack"


@after("elbv2", "CreateLoadBalancer")
def complete(call, answer):
    shown = answer["LoadBalancers"][0]
    balancer = _renamed(call, backend.of(call).load_balancers[shown["LoadBalancerArn"]])
    balancer.dns_name = _dns_name(call, balancer)
    balancer.canonical_hosted_zone_id = zone_of(balancer.type, call.region)
    balancer.ip_address_type = call.notes["addresses"] or "ipv4"
    balancer.attrs = attributes.defaults(balancer.type)
    network_interfaces.place(call, balancer)
    shown.update(
        LoadBalancerArn=balancer.arn,
        DNSName=balancer.dns_name,
        CanonicalHostedZoneId=balancer.canonical_hosted_zone_id,
        IpAddressType=balancer.ip_address_type,
    )


def _renamed(call, balancer):
    """moto gives every load balancer the ARN of an application's."""
    balancers, tags = backend.of(call).load_balancers, backend.of(call).tagging_service.tags
    before = balancer.arn
    balancer.arn = before.replace(":loadbalancer/app/", f":loadbalancer/{_KINDS[balancer.type]}/")
    balancers[balancer.arn] = balancers.pop(before)
    if before in tags:
        tags[balancer.arn] = tags.pop(before)
    return balancer


def _dns_name(call, balancer):
    """https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-overview"""
    if balancer.type != "application":
        return f"{balancer.name}-{mock_random.get_random_hex(16)}.elb.{call.region}.amazonaws.com"
    number = int(mock_random.get_random_hex(8), 16) % 1_000_000_000
    internal = "internal-" if balancer.scheme == "internal" else ""
    return f"{internal}{balancer.name}-1{number:09}.{call.region}.elb.amazonaws.com"


@before("elbv2", "SetSubnets")
def check_new_subnets(call):
    balancer = backend.balancer(call, call.params["LoadBalancerArn"])
    addresses = call.params.get("IpAddressType") or balancer.ip_address_type
    vpc = places.check_subnets(call, places.Place(balancer.type, balancer.scheme, addresses), places.named_subnets(call.params))
    if vpc != balancer.vpc_id:
        raise AwsError("InvalidSubnet", f"The subnets must belong to the load balancer's VPC '{balancer.vpc_id}'")


@before("elbv2", "SetSecurityGroups")
def check_new_groups(call):
    balancer = backend.balancer(call, call.params["LoadBalancerArn"])
    places.check_security_groups(call, call.params.get("SecurityGroups") or [], balancer.vpc_id)


@before("elbv2", "SetIpAddressType")
def check_addresses(call):
    balancer, wanted = backend.balancer(call, call.params["LoadBalancerArn"]), call.params["IpAddressType"]
    places.check_subnets(call, places.Place(balancer.type, balancer.scheme, wanted), [subnet.id for subnet in balancer.subnets])
    call.notes["addresses"] = wanted
    if wanted == _WITHOUT_PUBLIC_IPV4:
        call.params["IpAddressType"] = "dualstack"


@after("elbv2", "SetIpAddressType")
def keep_addresses(call, answer):
    backend.balancer(call, call.params["LoadBalancerArn"]).ip_address_type = answer["IpAddressType"] = call.notes["addresses"]


@after("elbv2", "SetSubnets", "SetSecurityGroups")
def move(call, answer):
    network_interfaces.place(call, backend.balancer(call, call.params["LoadBalancerArn"]))


@before("elbv2", "DeleteLoadBalancer")
def refuse_protected(call):
    balancer = backend.of(call).load_balancers.get(call.params["LoadBalancerArn"])
    if balancer is None:
        return
    if str(balancer.attrs.get("deletion_protection.enabled")).lower() == "true":
        text = f"Load balancer '{balancer.arn}' cannot be deleted because deletion protection is enabled"
        raise AwsError("OperationNotPermitted", text)
    network_interfaces.remove(call, balancer)
    _take_from_web_acls(call, balancer)


def _take_from_web_acls(call, balancer):
    from moto.wafv2.models import wafv2_backends

    for acl in wafv2_backends[call.account][call.region].wacls.values():
        acl.associated_resources = [arn for arn in acl.associated_resources if arn != balancer.arn]
