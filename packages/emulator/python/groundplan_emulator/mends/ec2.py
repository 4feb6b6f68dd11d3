"""EC2's classes in moto."""

from moto.ec2.models.security_groups import SecurityGroupRule
from moto.ec2.models.subnets import Subnet
from moto.ec2.models.transit_gateway_route_tables import TransitGatewayRouteTableBackend
from moto.ec2.responses import tags
from moto.ec2.responses.network_acls import NetworkACLs

from ..mend import mend


@mend(Subnet, "get_filter_value", source="2441b304b336", operations={"ec2": ["DescribeSubnets"]})
def filter_by_ipv6_association(original):
    """moto knows no filter for IPv6 associations, by which Terraform waits for them.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html
    """

    def get_filter_value(self, filter_name, method_name=None):
        if filter_name == "ipv6-cidr-block-association.association-id":
            return list(self.ipv6_cidr_block_associations)
        return original(self, filter_name, method_name)

    return get_filter_value


@mend(SecurityGroupRule, "description", source="d7622595c404", operations={"ec2": ["DescribeSecurityGroupRules"]})
def description_of_rule_for_group(original):
    """A rule that names a group has its description there, not at an address range.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UserIdGroupPair.html
    """
    return property(lambda self: self.ip_range.get("Description") or self.source_group.get("Description"))


@mend(
    TransitGatewayRouteTableBackend,
    "disassociate_transit_gateway_route_table",
    source="08023cec0152",
    operations={"ec2": ["DisassociateTransitGatewayRouteTable"]},
)
def disassociate_default_route_table(original):
    """moto makes the default association without a record of it, and then fails to take it away."""

    def disassociate(self, tgw_attach_id, tgw_rt_id):
        if tgw_attach_id not in self.transit_gateway_associations:
            self.associate_transit_gateway_route_table(tgw_attach_id, tgw_rt_id)
        answer = original(self, tgw_attach_id, tgw_rt_id)
        attachment = self.transit_gateway_attachments.get(tgw_attach_id)
        if attachment is not None:
            attachment.transit_gateway_route_table = None
        return answer

    return disassociate


@mend(tags, "validate_resource_ids", source="9a093e4eab5e", operations={})
def ids_of_what_rules_make(original):
    """moto tags only what it knows by its prefix."""
    ours = ("cvpn-endpoint-", "ipam-", "vpcbpa-exclude-")

    def validate_resource_ids(resource_ids):
        theirs = [name for name in resource_ids if not name.startswith(ours)]
        return original(theirs) if theirs or not resource_ids else True

    return validate_resource_ids


@mend(NetworkACLs, "create_network_acl_entry", source="96907ab897ce", operations={"ec2": ["CreateNetworkAclEntry"]})
@mend(NetworkACLs, "replace_network_acl_entry", source="b0eacc2c767d", operations={"ec2": ["ReplaceNetworkAclEntry"]})
def icmp_by_its_own_name(original):
    """moto looks for type and code under the name that they have on the wire, and loses them.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
    """

    def entry(self):
        by_wire_name = self._get_param
        self._get_param = lambda name, *default: by_wire_name(name.replace("Icmp.", "IcmpTypeCode."), *default)
        try:
            return original(self)
        finally:
            del self._get_param

    return entry
