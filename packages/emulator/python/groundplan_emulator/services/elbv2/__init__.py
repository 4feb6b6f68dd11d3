"""Load balancers of the second version (application, network): a file a noun."""

from ...rules import load

# a load balancer has network interfaces in EC2, and uses certificates
load("ec2")
load("acm")
