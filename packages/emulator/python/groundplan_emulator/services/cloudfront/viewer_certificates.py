"""Names of a distribution, which a certificate of us-east-1 must cover and no other distribution may have.

https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html#alternate-domain-names-requirements
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html
"""

from __future__ import annotations

import re
from typing import Any

from ...call import AwsError, Call
from ...store import STORE
from . import backend

_HOME = "us-east-1"
_NAME = re.compile(r"(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,}")
_MOST_NAMES = 100
_KEYS = ("RSA_1024", "RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1")
_OLD_POLICIES = ("SSLv3", "TLSv1")


def check(call: Call, standing: dict[str, Any] | None, config: dict[str, Any]) -> None:
    names, certificate = backend.items(config.get("Aliases")), config.get("ViewerCertificate") or {}
    arn, server = certificate.get("ACMCertificateArn"), certificate.get("IAMCertificateId")
    _check_names(standing, names)
    if (arn or server) and not certificate.get("SSLSupportMethod"):
        raise AwsError("InvalidViewerCertificate", "A certificate needs SSLSupportMethod.")
    policy = certificate.get("MinimumProtocolVersion") or "TLSv1"
    if (arn or server) and certificate["SSLSupportMethod"] == "vip" and policy not in _OLD_POLICIES:
        raise AwsError("InvalidMinimumProtocolVersion", "With vip the policy is SSLv3 or TLSv1.")
    if names and not arn and not server:
        text = (
            "To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that "
            "validates your authorization to use the domain name."
        )
        raise AwsError("InvalidViewerCertificate", text)
    if arn:
        _check_certificate(call, arn, names)


def _check_names(standing: dict[str, Any] | None, names: list[str]) -> None:
    if len(names) > _MOST_NAMES:
        raise AwsError("TooManyDistributionCNAMEs", "Your request contains more CNAMEs than are allowed per distribution.")
    for name in names:
        if not _NAME.fullmatch(name.lower()):
            raise AwsError("InvalidArgument", f"The parameter CNAME is not a domain name: {name}")
    own = standing["id"] if standing is not None else None
    taken = {other.lower() for one in STORE.every("cloudfront", "distribution") if one["id"] != own for other in _names_of(one["config"])}
    for name in names:
        if name.lower() in taken:
            text = "One or more of the CNAMEs you provided are already associated with a different resource."
            raise AwsError("CNAMEAlreadyExists", text, 409)


def _names_of(config: dict[str, Any]) -> list[str]:
    return backend.items(config.get("Aliases"))


def _check_certificate(call: Call, arn: str, names: list[str]) -> None:
    from ..acm import certificates

    # of another region or account it finds none
    home = Call(call.account, _HOME, "acm", "DescribeCertificate", {})
    found = certificates.find(home, arn)
    if found is None or found.status != "ISSUED":
        text = (
            "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid "
            "certificate chain."
        )
        raise AwsError("InvalidViewerCertificate", text)
    covered, algorithm = certificates.contents(home, found)
    if algorithm not in _KEYS:
        raise AwsError("InvalidViewerCertificate", f"The certificate's key, {algorithm}, is none that CloudFront takes.")
    for name in names:
        if not any(_covers(str(one).lower(), name.lower()) for one in covered):
            text = (
                "The certificate that is attached to your distribution doesn't cover the alternate domain name (CNAME) that "
                f"you're trying to add: {name}"
            )
            raise AwsError("InvalidViewerCertificate", text)


def _covers(of_certificate: str, name: str) -> bool:
    """A wildcard stands for one label."""
    if of_certificate.startswith("*."):
        return name.partition(".")[2] == of_certificate[2:]
    return name == of_certificate
