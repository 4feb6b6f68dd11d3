"""Certificates as they stand: their algorithm, what is left to validate, and those in use.

https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateDetail.html
https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html
https://docs.aws.amazon.com/acm/latest/APIReference/API_DeleteCertificate.html
https://docs.aws.amazon.com/acm/latest/APIReference/API_UpdateCertificateOptions.html
"""

import re

from ...call import AwsError
from ...rules import after, before, stub
from ..cloudfront import uses
from . import validation

#: https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html
_NAMES_PER_CERTIFICATE = 10
_LONGEST_FIRST_NAME = 64
_NAME = re.compile(r"(\*\.)?(((?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9])\.)+((?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9])")
_MAILBOXES = ("administrator", "hostmaster", "postmaster", "webmaster", "admin")
#: what an issued certificate alone has
_OF_ISSUED = ("IssuedAt", "NotAfter", "NotBefore", "Serial")


def find(call, arn):
    """None where the account has none of that ARN in the region."""
    from moto.acm.models import acm_backends

    certificate = acm_backends[call.account][call.region]._certificates.get(arn)
    if certificate is not None:
        certificate.check()
    return certificate


def contents(call, certificate):
    """The names that it covers, and the algorithm of its key."""
    request = call.kind("request").get(certificate.arn)
    if request is not None:
        return request["names"], request["algorithm"]
    shown = certificate.describe()["Certificate"]
    return [shown["DomainName"], *shown["SubjectAlternativeNames"]], shown["KeyAlgorithm"]


def existing(call):
    certificate = find(call, call.params["CertificateArn"])
    if certificate is None:
        text = f"Could not find certificate {call.params['CertificateArn']} in account {call.account}."
        raise AwsError("ResourceNotFoundException", text)
    return certificate


@before("acm", "RequestCertificate")
def check(call):
    first, others = call.params["DomainName"], call.params.get("SubjectAlternativeNames") or []
    for name in (first, *others):
        if not _NAME.fullmatch(name):
            raise AwsError("ValidationException", f"Value '{name}' failed to satisfy constraint: Member must be a domain name")
    if len(first) > _LONGEST_FIRST_NAME:
        text = f"The first domain name can have no more than {_LONGEST_FIRST_NAME} characters."
        raise AwsError("InvalidDomainValidationOptionsException", text)
    if len({first, *others}) > _NAMES_PER_CERTIFICATE:
        raise AwsError("LimitExceededException", "The request failed because the certificate would have too many domain names.")


@after("acm", "RequestCertificate")
def remember(call, answer):
    params = call.params
    certificate = find(call, answer["CertificateArn"])
    if params.get("CertificateAuthorityArn"):
        return
    method = params.get("ValidationMethod") or "EMAIL"
    certificate.validation_method = method
    names = dict.fromkeys((params["DomainName"], *(params.get("SubjectAlternativeNames") or [])))
    call.kind("request")[certificate.arn] = {
        "algorithm": params.get("KeyAlgorithm") or "RSA_2048",
        "method": method,
        "names": list(names),
    }
    certificate.cert_options = {"CertificateTransparencyLoggingPreference": "ENABLED", "Export": "DISABLED", **certificate.cert_options}


@after("acm", "DescribeCertificate")
def show(call, answer):
    certificate, shown = existing(call), answer["Certificate"]
    shown["InUseBy"] = users(certificate)
    request = call.kind("request").get(certificate.arn)
    if request is None:
        return
    shown.update(KeyAlgorithm=request["algorithm"], SubjectAlternativeNames=request["names"])
    shown["DomainValidationOptions"] = [_option(certificate, request, name) for name in request["names"]]
    if certificate.status != "ISSUED":
        for name in _OF_ISSUED:
            shown.pop(name, None)


def _option(certificate, request, name):
    option = {"DomainName": name, "ValidationDomain": name, "ValidationMethod": request["method"]}
    if request["method"] == "EMAIL":
        domain = name.removeprefix("*.")
        return {**option, "ValidationStatus": "PENDING_VALIDATION", "ValidationEmails": [f"{box}@{domain}" for box in _MAILBOXES]}
    stands = certificate.status == "ISSUED" or validation.stands(certificate, name)
    record = validation.record(certificate, name)
    return {**option, "ValidationStatus": "SUCCESS" if stands else "PENDING_VALIDATION", "ResourceRecord": record}


def users(certificate):
    """The load balancers (not their listeners) and distributions that use it, and whatever else moto knows of."""
    from moto.elbv2.models import elbv2_backends

    others = [arn for arn in certificate.in_use_by if ":elasticloadbalancing:" not in arn]
    _, _, _, region, account, _ = certificate.arn.split(":", 5)
    balancers = elbv2_backends[account][region].load_balancers.values()
    using = [
        balancer.arn
        for balancer in balancers
        if any(certificate.arn in (listener.certificate, *listener.certificates) for listener in balancer.listeners.values())
    ]
    return [*others, *using, *(one["arn"] for one in uses.by(account, "ACMCertificateArn", certificate.arn))]


@stub("acm", "UpdateCertificateOptions")
def update_options(call):
    certificate = existing(call)
    certificate.cert_options = {**certificate.cert_options, **call.params["Options"]}
    return {}


@before("acm", "DeleteCertificate")
def refuse_in_use(call):
    certificate = existing(call)
    if users(certificate):
        raise AwsError("ResourceInUseException", f"Certificate {certificate.arn} in account {call.account} is in use.")
