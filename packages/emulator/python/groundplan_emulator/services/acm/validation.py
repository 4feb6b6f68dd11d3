"""Validation by DNS: a certificate is issued once the record of each of its names stands.

https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
"""

import hashlib

from ..route53 import resolver

_LETTERS = "bcdfghjklmnpqrstvwxz"


def record(certificate, name):
    """The same for a name and its wildcard, in all regions of an account."""
    domain = name.removeprefix("*.").lower()
    account = certificate.arn.split(":")[4]
    token = hashlib.sha256(f"{account} {domain}".encode()).hexdigest()
    zone = "".join(_LETTERS[int(digit, 16)] for digit in token[50:60])
    return {"Name": f"_{token[:32]}.{domain}.", "Type": "CNAME", "Value": f"_{token[32:]}.{zone}.acm-validations.aws."}


def stands(certificate, name):
    wanted = record(certificate, name)
    found = resolver.values(wanted["Name"], wanted["Type"])
    return any(value.rstrip(".").lower() == wanted["Value"].rstrip(".") for value in found)
