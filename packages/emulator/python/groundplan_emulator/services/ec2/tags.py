"""Tags: kept where moto keeps EC2's, so that CreateTags and DeleteTags reach what rules made."""

from __future__ import annotations

from ...call import Call
from ...rules import after

#: where moto drops those given at creation
_TAGGED = {
    "CreateDhcpOptions": ("DhcpOptions", "DhcpOptionsId"),
    "CreateTransitGatewayVpcAttachment": ("TransitGatewayVpcAttachment", "TransitGatewayAttachmentId"),
}


def given(call: Call) -> dict[str, str]:
    specifications = call.params.get("TagSpecifications") or []
    return {tag["Key"]: tag.get("Value", "") for specification in specifications for tag in specification.get("Tags") or []}


def tag(call: Call, identifier: str) -> None:
    """Puts the tags of a create call on what it made."""
    tags = given(call)
    if tags:
        _backend(call).create_tags([identifier], tags)


def of(call: Call, identifier: str) -> list[dict[str, str]]:
    return [{"Key": key, "Value": value} for key, value in _backend(call).tags.get(identifier, {}).items()]


def drop(call: Call, identifier: str) -> None:
    _backend(call).tags.pop(identifier, None)


def _backend(call: Call):
    from moto.ec2.models import ec2_backends

    return ec2_backends[call.account][call.region]


@after("ec2", *_TAGGED)
def tag_at_creation(call, answer):
    name, identifier = _TAGGED[call.operation]
    if given(call) and not answer[name].get("Tags"):
        tag(call, answer[name][identifier])
        answer[name]["Tags"] = of(call, answer[name][identifier])
