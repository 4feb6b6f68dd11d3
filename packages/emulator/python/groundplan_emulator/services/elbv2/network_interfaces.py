"""The network interfaces that a load balancer has in its subnets: they hold subnets and security groups as any other does.

https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html
"""

from ...locks import LOCKS
from . import backend


def place(call, balancer):
    """Makes those of the subnets that the load balancer has, takes away those it has left; the groups are its own."""
    with LOCKS["ec2"]:
        standing = {interface.subnet.id: interface for interface in _of(call, balancer)}
        wanted = {subnet.id: subnet for subnet in balancer.subnets}
        for name in [name for name in standing if name not in wanted]:
            standing.pop(name).delete()
        for name, subnet in wanted.items():
            interface = standing.get(name) or _make(call, balancer, subnet)
            interface._group_set = [backend.ec2(call).get_security_group_from_id(group) for group in balancer.security_groups]


def remove(call, balancer):
    with LOCKS["ec2"]:
        for interface in _of(call, balancer):
            interface.delete()


def _make(call, balancer, subnet):
    public = balancer.type == "application" and balancer.scheme == "internet-facing"
    interface = backend.ec2(call).create_network_interface(
        subnet, [], group_ids=balancer.security_groups, description=_description(balancer), public_ip_auto_assign=public
    )
    interface.requester_managed, interface.requester_id, interface.status = True, "amazon-elb", "in-use"
    return interface


def _of(call, balancer):
    return [interface for interface in backend.ec2(call).enis.values() if interface.description == _description(balancer)]


def _description(balancer):
    return "ELB " + balancer.arn.partition(":loadbalancer/")[2]
