"""IP Address Manager: the IPAM and its default scopes.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateIpam.html
"""

from ...call import AwsError
from ...rules import stub
from . import identifiers, tags


@stub("ec2", "CreateIpam")
def create(call):
    name = identifiers.new("ipam")
    arn = call.arn(f"ipam/{name}", region="")
    scopes = {kind: _create_scope(call, arn, kind) for kind in ("private", "public")}
    call.kind("ipam")[name] = {
        "IpamId": name,
        "IpamArn": arn,
        "IpamRegion": call.region,
        "OwnerId": call.account,
        "PrivateDefaultScopeId": scopes["private"],
        "PublicDefaultScopeId": scopes["public"],
        "ScopeCount": 2,
        "Description": call.params.get("Description") or "",
        "OperatingRegions": call.params.get("OperatingRegions") or [{"RegionName": call.region}],
        "State": "create-complete",
        "Tier": call.params.get("Tier") or "advanced",
        "EnablePrivateGua": bool(call.params.get("EnablePrivateGua")),
        "DefaultResourceDiscoveryId": identifiers.new("ipam-res-disco"),
        "DefaultResourceDiscoveryAssociationId": identifiers.new("ipam-res-disco-assoc"),
        "ResourceDiscoveryAssociationCount": 1,
    }
    tags.tag(call, name)
    return {"Ipam": _shown(call, name)}


@stub("ec2", "DescribeIpams")
def describe(call):
    wanted = call.params.get("IpamIds") or list(call.kind("ipam"))
    for name in wanted:
        existing(call, name)
    return {"Ipams": [_shown(call, name) for name in wanted]}


@stub("ec2", "ModifyIpam")
def modify(call):
    ipam = existing(call, call.params["IpamId"])
    for name in ("Description", "Tier", "EnablePrivateGua"):
        if call.params.get(name) is not None:
            ipam[name] = call.params[name]
    regions = [region["RegionName"] for region in ipam["OperatingRegions"]]
    regions += [region["RegionName"] for region in call.params.get("AddOperatingRegions") or []]
    removed = [region["RegionName"] for region in call.params.get("RemoveOperatingRegions") or []]
    ipam["OperatingRegions"] = [{"RegionName": region} for region in dict.fromkeys(regions) if region not in removed]
    ipam["State"] = "modify-complete"
    return {"Ipam": _shown(call, ipam["IpamId"])}


@stub("ec2", "DeleteIpam")
def delete(call):
    ipam = existing(call, call.params["IpamId"])
    scopes = (ipam["PrivateDefaultScopeId"], ipam["PublicDefaultScopeId"])
    if any(pool["IpamScopeId"] in scopes for pool in call.kind("ipam pool").values()) and not call.params.get("Cascade"):
        raise AwsError("DependencyViolation", f"The IPAM {ipam['IpamId']} has pools and cannot be deleted.")
    shown = {**_shown(call, ipam["IpamId"]), "State": "delete-complete"}
    for scope in scopes:
        del call.kind("ipam scope")[scope]
    del call.kind("ipam")[ipam["IpamId"]]
    tags.drop(call, ipam["IpamId"])
    return {"Ipam": shown}


@stub("ec2", "DescribeIpamScopes")
def describe_scopes(call):
    wanted = call.params.get("IpamScopeIds") or list(call.kind("ipam scope"))
    for name in wanted:
        existing_scope(call, name)
    return {"IpamScopes": [call.kind("ipam scope")[name] for name in wanted]}


def existing(call, name):
    ipam = call.kind("ipam").get(name)
    if ipam is None:
        raise AwsError("InvalidIpamId.NotFound", f"The ipam ID '{name}' does not exist")
    return ipam


def existing_scope(call, name):
    scope = call.kind("ipam scope").get(name)
    if scope is None:
        raise AwsError("InvalidIpamScopeId.NotFound", f"The ipam scope ID '{name}' does not exist")
    return scope


def _create_scope(call, ipam_arn, kind):
    name = identifiers.new("ipam-scope")
    call.kind("ipam scope")[name] = {
        "IpamScopeId": name,
        "IpamScopeArn": call.arn(f"ipam-scope/{name}", region=""),
        "IpamArn": ipam_arn,
        "IpamRegion": call.region,
        "OwnerId": call.account,
        "IpamScopeType": kind,
        "IsDefault": True,
        "PoolCount": 0,
        "State": "create-complete",
    }
    return name


def _shown(call, name):
    return {**call.kind("ipam")[name], "Tags": tags.of(call, name)}
