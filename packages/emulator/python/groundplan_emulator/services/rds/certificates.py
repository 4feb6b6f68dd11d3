"""The certificate authorities of RDS.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
"""

from __future__ import annotations

import datetime
import hashlib

from ...call import AwsError, Call
from ...rules import stub

DEFAULT = "rds-ca-rsa2048-g1"

#: by their identifiers, until when they hold
_UNTIL = {"rds-ca-rsa2048-g1": 2061, "rds-ca-rsa4096-g1": 2121, "rds-ca-ecc384-g1": 2121}


NAMES = tuple(_UNTIL)


def check(name: str | None) -> None:
    if name and name not in _UNTIL:
        raise AwsError("CertificateNotFound", f"Certificate not found: {name}", 404)


@stub("rds", "DescribeCertificates")
def describe(call: Call):
    wanted = call.params.get("CertificateIdentifier")
    check(wanted)
    shown = [_shown(call, name) for name in _UNTIL if wanted in (None, name)]
    return {"DefaultCertificateForNewLaunches": DEFAULT, "Certificates": shown}


def _shown(call: Call, name: str):
    return {
        "CertificateIdentifier": name,
        "CertificateType": "CA",
        "Thumbprint": hashlib.sha1(f"{name} {call.region}".encode()).hexdigest(),
        "ValidFrom": datetime.datetime(2021, 5, 21, tzinfo=datetime.timezone.utc),
        "ValidTill": valid_till(name),
        "CertificateArn": f"arn:aws:rds:{call.region}::cert:{name}",
        "CustomerOverride": False,
    }


def valid_till(name: str) -> datetime.datetime:
    return datetime.datetime(_UNTIL[name], 5, 21, tzinfo=datetime.timezone.utc)
