"""VPC Block Public Access: the region's mode, and exclusions from it.

https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcBlockPublicAccessOptions.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcBlockPublicAccessExclusion.html
"""

from ...call import AwsError
from ...rules import stub
from . import identifiers, tags

#: https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html#bpa-exclusions: 50 by default
_LIMIT = 50
_MODES = ("allow-bidirectional", "allow-egress")


@stub("ec2", "ModifyVpcBlockPublicAccessOptions")
def modify_options(call):
    mode = call.params["InternetGatewayBlockMode"]
    if mode not in ("off", "block-bidirectional", "block-ingress"):
        raise AwsError("InvalidParameterValue", f"Value ({mode}) for parameter InternetGatewayBlockMode is invalid.")
    call.kind("block public access")["options"] = {"mode": mode, "at": identifiers.now()}
    return describe_options(call)


@stub("ec2", "DescribeVpcBlockPublicAccessOptions")
def describe_options(call):
    kept = call.kind("block public access").get("options")
    options = {"AwsAccountId": call.account, "AwsRegion": call.region, "ManagedBy": "account", "ExclusionsAllowed": "allowed"}
    if kept is None:
        return {"VpcBlockPublicAccessOptions": {**options, "State": "default-state", "InternetGatewayBlockMode": "off"}}
    changed = {"State": "update-complete", "InternetGatewayBlockMode": kept["mode"], "LastUpdateTimestamp": kept["at"]}
    return {"VpcBlockPublicAccessOptions": {**options, **changed}}


@stub("ec2", "CreateVpcBlockPublicAccessExclusion")
def create_exclusion(call):
    params = call.params
    named = [params[name] for name in ("VpcId", "SubnetId") if params.get(name)]
    if len(named) != 1:
        raise AwsError("InvalidParameterCombination", "Specify either a VPC or a subnet.")
    resource = _resource_arn(call, named[0])
    _check_mode(params["InternetGatewayExclusionMode"])
    exclusions = call.kind("exclusion")
    if any(exclusion["ResourceArn"] == resource for exclusion in exclusions.values()):
        raise AwsError("VpcBlockPublicAccessExclusionAlreadyExists", f"An exclusion for {named[0]} exists already.")
    if len(exclusions) >= _LIMIT:
        raise AwsError("VpcBlockPublicAccessExclusionLimitExceeded", f"You have reached the limit of {_LIMIT} exclusions.")
    name = identifiers.new("vpcbpa-exclude")
    exclusions[name] = {
        "ExclusionId": name,
        "ResourceArn": resource,
        "InternetGatewayExclusionMode": params["InternetGatewayExclusionMode"],
        "State": "create-complete",
        "CreationTimestamp": identifiers.now(),
        "LastUpdateTimestamp": identifiers.now(),
    }
    tags.tag(call, name)
    return {"VpcBlockPublicAccessExclusion": _shown(call, name)}


@stub("ec2", "ModifyVpcBlockPublicAccessExclusion")
def modify_exclusion(call):
    exclusion = _existing(call, call.params["ExclusionId"])
    mode = _check_mode(call.params["InternetGatewayExclusionMode"])
    exclusion.update({"InternetGatewayExclusionMode": mode, "State": "update-complete", "LastUpdateTimestamp": identifiers.now()})
    return {"VpcBlockPublicAccessExclusion": _shown(call, exclusion["ExclusionId"])}


@stub("ec2", "DescribeVpcBlockPublicAccessExclusions")
def describe_exclusions(call):
    wanted = call.params.get("ExclusionIds") or list(call.kind("exclusion"))
    for name in wanted:
        _existing(call, name)
    return {"VpcBlockPublicAccessExclusions": [_shown(call, name) for name in wanted]}


@stub("ec2", "DeleteVpcBlockPublicAccessExclusion")
def delete_exclusion(call):
    name = _existing(call, call.params["ExclusionId"])["ExclusionId"]
    shown = {**_shown(call, name), "State": "delete-in-progress", "DeletionTimestamp": identifiers.now()}
    del call.kind("exclusion")[name]
    tags.drop(call, name)
    return {"VpcBlockPublicAccessExclusion": shown}


def _existing(call, name):
    exclusion = call.kind("exclusion").get(name)
    if exclusion is None:
        raise AwsError("InvalidVpcBlockPublicAccessExclusionId.NotFound", f"The exclusion ID '{name}' does not exist")
    return exclusion


def _shown(call, name):
    return {**call.kind("exclusion")[name], "Tags": tags.of(call, name)}


def _check_mode(mode):
    if mode not in _MODES:
        raise AwsError("InvalidParameterValue", f"Value ({mode}) for parameter InternetGatewayExclusionMode is invalid.")
    return mode


def _resource_arn(call, name):
    from moto.ec2.models import ec2_backends

    backend = ec2_backends[call.account][call.region]
    if name.startswith("vpc-"):
        if name not in backend.vpcs:
            raise AwsError("InvalidVpcID.NotFound", f"The vpc ID '{name}' does not exist")
        return call.arn(f"vpc/{name}")
    if not any(name in subnets for subnets in backend.subnets.values()):
        raise AwsError("InvalidSubnetID.NotFound", f"The subnet ID '{name}' does not exist")
    return call.arn(f"subnet/{name}")
