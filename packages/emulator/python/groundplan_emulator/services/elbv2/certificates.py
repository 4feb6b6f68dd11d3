"""The certificates that listeners may use.

https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AddListenerCertificates.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RemoveListenerCertificates.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeListenerCertificates.html
"""

from ...call import AwsError
from ...rules import after, before
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
    # the default may be in the list, too
    standing = set(listener.certificates[1:])
    # one that is there stays there once
    call.params["Certificates"] = [one for one in call.params["Certificates"] if one["CertificateArn"] not in standing]


@before("elbv2", "RemoveListenerCertificates")
def keep_default(call):
    listener = backend.listener(call, call.params["ListenerArn"])
    wanted = {one["CertificateArn"] for one in call.params["Certificates"]}
    if listener.certificate in wanted and listener.certificate not in listener.certificates[1:]:
        raise AwsError("OperationNotPermitted", "Default certificate cannot be removed from listener")
    call.notes["left"] = [listener.certificate, *(arn for arn in listener.certificates[1:] if arn not in wanted)]


@after("elbv2", "RemoveListenerCertificates")
def leave_default(call, answer):
    """moto removes it with the one in the list."""
    backend.listener(call, call.params["ListenerArn"]).certificates = call.notes["left"]
