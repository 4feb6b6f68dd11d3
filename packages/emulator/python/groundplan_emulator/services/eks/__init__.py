"""EKS: clusters, their node groups and what is added to them. No Kubernetes runs."""

from ...rules import load

# a cluster has a security group of its own in its VPC
load("ec2")
