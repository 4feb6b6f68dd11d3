"""Tags given at creation, where moto drops them."""

from ...rules import after

_TAGGED = {
    "CreateDhcpOptions": ("DhcpOptions", "DhcpOptionsId"),
    "CreateTransitGatewayVpcAttachment": ("TransitGatewayVpcAttachment", "TransitGatewayAttachmentId"),
}


@after("ec2", *_TAGGED)
def tag(call, answer):
    from moto.ec2.models import ec2_backends

    name, identifier = _TAGGED[call.operation]
    specifications = call.params.get("TagSpecifications") or []
    tags = {tag["Key"]: tag.get("Value", "") for specification in specifications for tag in specification["Tags"]}
    if tags and not answer[name].get("Tags"):
        ec2_backends[call.account][call.region].create_tags([answer[name][identifier]], tags)
        answer[name]["Tags"] = [{"Key": key, "Value": value} for key, value in tags.items()]
