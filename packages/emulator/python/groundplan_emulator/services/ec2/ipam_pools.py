"""Pools of IP Address Manager, and the VPCs that take their blocks from them.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateIpamPool.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ProvisionIpamPoolCidr.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html (Ipv4IpamPoolId)
"""

import ipaddress

from ...call import AwsError
from ...rules import after, before, stub
from . import identifiers, ipam, tags

_SETTINGS = ("Description", "AutoImport", "AllocationMinNetmaskLength", "AllocationMaxNetmaskLength", "AllocationDefaultNetmaskLength")


@stub("ec2", "CreateIpamPool")
def create(call):
    params = call.params
    scope = ipam.existing_scope(call, params["IpamScopeId"])
    source = existing(call, params["SourceIpamPoolId"]) if params.get("SourceIpamPoolId") else None
    name = identifiers.new("ipam-pool")
    pool = {
        "IpamPoolId": name,
        "IpamPoolArn": call.arn(f"ipam-pool/{name}", region=""),
        "IpamScopeId": params["IpamScopeId"],
        "IpamScopeArn": scope["IpamScopeArn"],
        "IpamScopeType": scope["IpamScopeType"],
        "IpamArn": scope["IpamArn"],
        "IpamRegion": call.region,
        "OwnerId": call.account,
        "Locale": params.get("Locale") or "None",
        "PoolDepth": source["PoolDepth"] + 1 if source else 1,
        "SourceIpamPoolId": params.get("SourceIpamPoolId"),
        "AddressFamily": params["AddressFamily"],
        "AutoImport": False,
        "State": "create-complete",
        "AllocationResourceTags": params.get("AllocationResourceTags") or [],
    }
    pool.update({setting: params[setting] for setting in _SETTINGS if params.get(setting) is not None})
    for optional in ("PubliclyAdvertisable", "AwsService", "PublicIpSource"):
        if params.get(optional) is not None:
            pool[optional] = params[optional]
    call.kind("ipam pool")[name] = pool
    tags.tag(call, name)
    return {"IpamPool": _shown(call, name)}


@stub("ec2", "DescribeIpamPools")
def describe(call):
    wanted = call.params.get("IpamPoolIds") or list(call.kind("ipam pool"))
    for name in wanted:
        existing(call, name)
    return {"IpamPools": [_shown(call, name) for name in wanted]}


@stub("ec2", "ModifyIpamPool")
def modify(call):
    pool = existing(call, call.params["IpamPoolId"])
    pool.update({setting: call.params[setting] for setting in _SETTINGS if call.params.get(setting) is not None})
    if call.params.get("ClearAllocationDefaultNetmaskLength"):
        pool.pop("AllocationDefaultNetmaskLength", None)
    pool["State"] = "modify-complete"
    return {"IpamPool": _shown(call, pool["IpamPoolId"])}


@stub("ec2", "DeleteIpamPool")
def delete(call):
    pool = existing(call, call.params["IpamPoolId"])
    name = pool["IpamPoolId"]
    if _blocks(call, name):
        raise AwsError("DependencyViolation", f"The pool {name} has provisioned CIDRs and cannot be deleted.")
    shown = {**_shown(call, name), "State": "delete-complete"}
    del call.kind("ipam pool")[name]
    tags.drop(call, name)
    return {"IpamPool": shown}


@stub("ec2", "ProvisionIpamPoolCidr")
def provision(call):
    pool = existing(call, call.params["IpamPoolId"])
    name, cidr = pool["IpamPoolId"], call.params.get("Cidr")
    if pool.get("SourceIpamPoolId"):
        cidr = str(_free(call, pool["SourceIpamPoolId"], cidr, call.params.get("NetmaskLength")))
        _allocate(call, pool["SourceIpamPoolId"], cidr, name, "ipam-pool")
    if cidr is None:
        raise AwsError("MissingParameter", "The request must contain the parameter Cidr")
    block = {"Cidr": cidr, "State": "provisioned", "IpamPoolCidrId": identifiers.new("ipam-pool-cidr")}
    block["NetmaskLength"] = ipaddress.ip_network(cidr).prefixlen
    call.kind("ipam pool cidr")[(name, cidr)] = block
    return {"IpamPoolCidr": block}


@stub("ec2", "GetIpamPoolCidrs")
def blocks(call):
    pool = existing(call, call.params["IpamPoolId"])
    found = _blocks(call, pool["IpamPoolId"])
    for condition in call.params.get("Filters") or []:
        if condition["Name"] == "cidr":
            found = [block for block in found if block["Cidr"] in condition["Values"]]
    return {"IpamPoolCidrs": found}


@stub("ec2", "DeprovisionIpamPoolCidr")
def deprovision(call):
    pool = existing(call, call.params["IpamPoolId"])
    name, cidr = pool["IpamPoolId"], call.params["Cidr"]
    if (name, cidr) not in call.kind("ipam pool cidr"):
        raise AwsError("InvalidIpamPoolCidrId.NotFound", f"The CIDR {cidr} is not provisioned to {name}")
    network = ipaddress.ip_network(cidr)
    if any(ipaddress.ip_network(allocation["Cidr"]).subnet_of(network) for allocation in _allocations(call, name)):
        raise AwsError("DependencyViolation", f"The CIDR {cidr} of {name} has allocations and cannot be deprovisioned.")
    _release(call, name)
    return {"IpamPoolCidr": {**call.kind("ipam pool cidr").pop((name, cidr)), "State": "deprovisioned"}}


@stub("ec2", "GetIpamPoolAllocations")
def allocations(call):
    pool = existing(call, call.params["IpamPoolId"])
    wanted = call.params.get("IpamPoolAllocationId")
    found = _allocations(call, pool["IpamPoolId"])
    return {"IpamPoolAllocations": [entry for entry in found if not wanted or entry["IpamPoolAllocationId"] == wanted]}


@before("ec2", "CreateVpc")
def take_block(call):
    name = call.params.pop("Ipv4IpamPoolId", None)
    length = call.params.pop("Ipv4NetmaskLength", None)
    if name:
        pool = existing(call, name)
        length = length or pool.get("AllocationDefaultNetmaskLength")
        call.params["CidrBlock"] = str(_free(call, name, call.params.get("CidrBlock"), length))
        call.notes["pool"] = name


@after("ec2", "CreateVpc")
def note_allocation(call, answer):
    if "pool" in call.notes:
        _allocate(call, call.notes["pool"], answer["Vpc"]["CidrBlock"], answer["Vpc"]["VpcId"], "vpc")


@after("ec2", "DeleteVpc")
def give_back(call, answer):
    _release(call, call.params["VpcId"])


def existing(call, name):
    pool = call.kind("ipam pool").get(name)
    if pool is None:
        raise AwsError("InvalidIpamPoolId.NotFound", f"The ipam pool ID '{name}' does not exist")
    return pool


def _shown(call, name):
    pool = {key: value for key, value in call.kind("ipam pool")[name].items() if key != "IpamScopeId"}
    return {**pool, "Tags": tags.of(call, name)}


def _blocks(call, name):
    return [block for (pool, _), block in call.kind("ipam pool cidr").items() if pool == name]


def _allocations(call, name):
    return [allocation for (pool, _), allocation in call.kind("ipam allocation").items() if pool == name]


def _allocate(call, pool, cidr, resource, kind):
    call.kind("ipam allocation")[(pool, resource)] = {
        "Cidr": cidr,
        "IpamPoolAllocationId": identifiers.new("ipam-pool-alloc"),
        "ResourceId": resource,
        "ResourceType": kind,
        "ResourceRegion": call.region,
        "ResourceOwner": call.account,
    }


def _release(call, resource):
    kept = call.kind("ipam allocation")
    for key in [key for key in kept if key[1] == resource]:
        del kept[key]


def _free(call, pool, cidr, length):
    """The block asked for, or the first of that length, that lies in the pool and is not taken."""
    taken = [ipaddress.ip_network(allocation["Cidr"]) for allocation in _allocations(call, pool)]
    networks = [ipaddress.ip_network(block["Cidr"]) for block in _blocks(call, pool)]
    if cidr:
        wanted = ipaddress.ip_network(cidr)
        candidates = [wanted] if any(wanted.subnet_of(network) for network in networks) else []
    elif length:
        candidates = (subnet for network in networks if network.prefixlen <= length for subnet in network.subnets(new_prefix=length))
    else:
        raise AwsError("MissingParameter", "The request must contain the parameter NetmaskLength or Cidr")
    for candidate in candidates:
        if not any(candidate.overlaps(other) for other in taken):
            return candidate
    raise AwsError("InsufficientCidrBlocks", f"The pool {pool} has no free block for the request.")
