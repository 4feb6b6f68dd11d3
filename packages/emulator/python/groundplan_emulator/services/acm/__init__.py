"""Certificates: a file a noun."""

from ...rules import load

# a certificate is validated by records
load("route53")
