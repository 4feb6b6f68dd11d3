"""The certificates that listeners may use.

https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AddListenerCertificates.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RemoveListenerCertificates.html
"""

from ...call import AwsError
from ...rules import before
from ..acm import certificates
from . import backend


def check(call, arn):
    """It must be in the load balancer's account and region, and issued."""
    if ":iam:" in arn:
        return  # moto looks for it
    found = certificates.find(call, arn)
    if found is None:
        raise AwsError("CertificateNotFound", f"Certificate '{arn}' not found")
    if found.status != "ISSUED":
        text = f"The certificate '{arn}' must have a fully-qualified domain name, a supported signature, and a supported key size."
        raise AwsError("UnsupportedCertificate", text)


@before("elbv2", "AddListenerCertificates")
def check_added(call):
    listener = backend.listener(call, call.params["ListenerArn"])
    if listener.protocol not in ("HTTPS", "TLS"):
        raise AwsError("ValidationError", f"Certificates cannot be specified for {listener.protocol} listeners")
    for certificate in call.params["Certificates"]:
        check(call, certificate["CertificateArn"])
    standing = set(listener.certificates)
    # one that is there stays there once
    call.params["Certificates"] = [one for one in call.params["Certificates"] if one["CertificateArn"] not in standing]


@before("elbv2", "RemoveListenerCertificates")
def keep_default(call):
    listener = backend.listener(call, call.params["ListenerArn"])
    if any(one["CertificateArn"] == listener.certificate for one in call.params["Certificates"]):
        raise AwsError("OperationNotPermitted", "Default certificate cannot be removed from listener")
