"""Hosted zones: their VPCs, their name servers, and those that are not empty.

https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html
https://docs.aws.amazon.com/Route53/latest/APIReference/API_DeleteHostedZone.html
https://docs.aws.amazon.com/Route53/latest/APIReference/API_AssociateVPCWithHostedZone.html
"""

from ...call import AwsError
from ...rules import before
from . import backend


@before("route53", "CreateHostedZone")
def check(call):
    params, zones = call.params, backend.of(call).zones.values()
    if any(zone.caller_reference == params.get("CallerReference") for zone in zones):
        raise AwsError("HostedZoneAlreadyExists", "A hosted zone has already been created with the specified caller reference.", 409)
    if params.get("DelegationSetId"):
        params["DelegationSetId"] = params["DelegationSetId"].split("/")[-1]
        if params["DelegationSetId"] not in backend.of(call).delegation_sets:
            raise AwsError("NoSuchDelegationSet", f"The specified delegation set {params['DelegationSetId']} does not exist.")
    if params.get("VPC"):
        # a zone is private because it is created with a VPC
        params["HostedZoneConfig"] = {**(params.get("HostedZoneConfig") or {}), "PrivateZone": True}
        _check_vpc(call, params["VPC"], params["Name"])


@before("route53", "AssociateVPCWithHostedZone")
def check_association(call):
    zone = backend.zone(call, call.params["HostedZoneId"])
    if zone.private_zone:
        _check_vpc(call, call.params["VPC"], zone.name)


def _check_vpc(call, vpc, name):
    from moto.ec2.models import ec2_backends

    identifier, region = vpc["VPCId"], vpc.get("VPCRegion") or "us-east-1"
    if identifier not in ec2_backends[call.account][region].vpcs:
        raise AwsError("InvalidVPCId", f"The VPC: {identifier} that you provided is not found or you are not authorized to access it.")
    for zone in backend.of(call).zones.values():
        same = backend.domain(zone.name) == backend.domain(name)
        if same and any(other.get("vpc_id") == identifier for other in zone.vpcs):
            text = f"The VPC {identifier} in region {region} has already been associated with the hosted zone {zone.resource_id}"
            raise AwsError("ConflictingDomainExists", f"{text} with the same domain name.")


@before("route53", "DeleteHostedZone")
def refuse_not_empty(call):
    zone = backend.zone(call, call.params["Id"])
    own = backend.domain(zone.name)
    if any(record.type not in ("NS", "SOA") or backend.domain(record.name) != own for record in zone.rrsets):
        text = "The specified hosted zone contains non-required resource record sets and so cannot be deleted."
        raise AwsError("HostedZoneNotEmpty", text)


@before("route53", "DeleteReusableDelegationSet")
def refuse_used_set(call):
    name = call.params["Id"].split("/")[-1]
    if any(zone.delegation_set is not None and zone.delegation_set.id == name for zone in backend.of(call).zones.values()):
        raise AwsError("DelegationSetInUse", "The specified delegation set is in use by hosted zones.")
