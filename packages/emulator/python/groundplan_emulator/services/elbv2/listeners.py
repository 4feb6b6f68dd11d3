"""Listeners: their ports, policies and actions.

https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyListener.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html
"""

from ...call import AwsError
from ...rules import after, before
from . import actions, backend, certificates, listener_attributes

_DEFAULT_POLICY = "ELBSecurityPolicy-2016-08"
_SECURE = ("HTTPS", "TLS")


@before("elbv2", "CreateListener")
def check(call):
    params = call.params
    balancer = backend.balancer(call, params["LoadBalancerArn"])
    _check_port(balancer, params.get("Port"))
    _check_security(call, params, params.get("Protocol"))
    actions.complete(call, balancer, params["DefaultActions"])
    actions.refuse_loop(params["DefaultActions"], params.get("Protocol"), params.get("Port"))


@before("elbv2", "ModifyListener")
def check_change(call):
    params = call.params
    listener = backend.listener(call, params["ListenerArn"])
    balancer = backend.balancer(call, listener.load_balancer_arn)
    if params.get("Port") is not None:
        _check_port(balancer, params["Port"], listener)
    protocol = params.get("Protocol") or listener.protocol
    standing = [{"CertificateArn": listener.certificate}] if listener.certificate else []
    given = {"SslPolicy": params.get("SslPolicy"), "Certificates": params.get("Certificates") or (standing if protocol in _SECURE else [])}
    _check_security(call, given, protocol)
    actions.complete(call, balancer, params.get("DefaultActions") or [])
    actions.refuse_loop(params.get("DefaultActions") or [], protocol, params.get("Port") or listener.port)
    call.notes["certificates"] = listener.certificates[1:]


def _check_port(balancer, port, own=None):
    if any(listener.port == port for listener in balancer.listeners.values() if listener is not own):
        raise AwsError("DuplicateListener", f"A listener already exists on this port for this load balancer '{balancer.arn}'")


def _check_security(call, given, protocol):
    named, policy = given.get("Certificates") or [], given.get("SslPolicy")
    if protocol not in _SECURE:
        if named:
            raise AwsError("ValidationError", f"Certificates cannot be specified for {protocol} listeners")
        if policy:
            raise AwsError("ValidationError", f"An SSL policy cannot be specified for {protocol} listeners")
        return
    if not named:
        raise AwsError("ValidationError", f"A certificate must be specified for {protocol} listeners")
    if len(named) > 1:
        raise AwsError("ValidationError", "Up to one certificate can be specified; add others by AddListenerCertificates")
    certificates.check(call, named[0]["CertificateArn"])
    _check_policy(policy or _DEFAULT_POLICY)


def _check_policy(name):
    from moto.elbv2.ssl_policies import SSL_POLICIES

    if name not in SSL_POLICIES:
        raise AwsError("SSLPolicyNotFound", f"SSL policy '{name}' not found")


@after("elbv2", "CreateListener", "ModifyListener")
def keep(call, answer):
    listener = backend.listener(call, answer["Listeners"][0]["ListenerArn"])
    if listener.protocol not in _SECURE:
        listener.ssl_policy, listener.certificate, listener.certificates = None, None, []
    elif call.operation == "ModifyListener":
        # moto forgets the others when the default is changed
        listener.certificates = [listener.certificate, *call.notes["certificates"]]
        listener.ssl_policy = listener.ssl_policy or _DEFAULT_POLICY
    kept = call.kind("mutual authentication")
    if call.params.get("MutualAuthentication"):
        kept[listener.arn] = call.params["MutualAuthentication"]
    if call.operation == "CreateListener":
        listener.attributes = listener_attributes.defaults(listener.protocol)


@after("elbv2", "CreateListener", "ModifyListener", "DescribeListeners")
def show(call, answer):
    for shown in answer.get("Listeners", []):
        listener = backend.listener(call, shown["ListenerArn"])
        actions.conceal_secrets(shown.get("DefaultActions", []))
        for name in ("SslPolicy", "Certificates", "MutualAuthentication"):
            shown.pop(name, None)
        if listener.protocol in _SECURE:
            shown["SslPolicy"] = listener.ssl_policy
            shown["Certificates"] = [{"CertificateArn": listener.certificate}]
        if listener.protocol == "HTTPS":
            shown["MutualAuthentication"] = call.kind("mutual authentication").get(listener.arn, {"Mode": "off"})
