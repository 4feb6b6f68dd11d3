"""Transit gateway attachments and routes.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTransitGatewayVpcAttachment.html: a deleted attachment stays
visible, in state "deleted", for a while; Terraform waits for it.
"""

from ...rules import after


@after("ec2", "DeleteTransitGatewayVpcAttachment")
def keep_deleted_attachment(call, answer):
    attachment = answer["TransitGatewayVpcAttachment"]
    attachment["State"] = "deleted"
    call.kind("deleted attachment")[call.params["TransitGatewayAttachmentId"]] = attachment


@after("ec2", "DescribeTransitGatewayVpcAttachments")
def show_deleted_attachment(call, answer):
    wanted = call.params.get("TransitGatewayAttachmentIds") or []
    if wanted and not answer.get("TransitGatewayVpcAttachments"):
        deleted = call.kind("deleted attachment")
        answer["TransitGatewayVpcAttachments"] = [deleted[name] for name in wanted if name in deleted]


@after("ec2", "CreateTransitGatewayRoute")
def remember_route(call, answer):
    params = call.params
    if params.get("TransitGatewayAttachmentId"):
        call.kind("route")[_route(call, params["DestinationCidrBlock"])] = params["TransitGatewayAttachmentId"]


@after("ec2", "SearchTransitGatewayRoutes")
def show_attachment_of_route(call, answer):
    for route in answer.get("Routes", []):
        attachment = call.kind("route").get(_route(call, route["DestinationCidrBlock"]))
        if attachment:
            route["State"] = "active"
            route["TransitGatewayAttachments"] = [{"TransitGatewayAttachmentId": attachment, "ResourceType": "vpc"}]


def _route(call, destination):
    return call.params["TransitGatewayRouteTableId"], destination
