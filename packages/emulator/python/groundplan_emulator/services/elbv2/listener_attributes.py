"""What a listener is set to.

https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ListenerAttribute.html
"""

from ...call import AwsError
from ...rules import before
from . import backend

_RESPONSE = {
    "routing.http.response.server.enabled": "true",
    **{
        f"routing.http.response.{header}.header_value": ""
        for header in (
            "strict_transport_security",
            "access_control_allow_origin",
            "access_control_allow_methods",
            "access_control_allow_headers",
            "access_control_allow_credentials",
            "access_control_expose_headers",
            "access_control_max_age",
            "content_security_policy",
            "x_content_type_options",
            "x_frame_options",
        )
    },
}
_REQUEST = {
    f"routing.http.request.{header}.header_name": name
    for header, name in {
        "x_amzn_mtls_clientcert_serial_number": "X-Amzn-Mtls-Clientcert-Serial-Number",
        "x_amzn_mtls_clientcert_issuer": "X-Amzn-Mtls-Clientcert-Issuer",
        "x_amzn_mtls_clientcert_subject": "X-Amzn-Mtls-Clientcert-Subject",
        "x_amzn_mtls_clientcert_validity": "X-Amzn-Mtls-Clientcert-Validity",
        "x_amzn_mtls_clientcert_leaf": "X-Amzn-Mtls-Clientcert-Leaf",
        "x_amzn_mtls_clientcert": "X-Amzn-Mtls-Clientcert",
        "x_amzn_tls_version": "X-Amzn-Tls-Version",
        "x_amzn_tls_cipher_suite": "X-Amzn-Tls-Cipher-Suite",
    }.items()
}
_BY_PROTOCOL = {"HTTP": _RESPONSE, "HTTPS": {**_RESPONSE, **_REQUEST}, "TCP": {"tcp.idle_timeout.seconds": "350"}}


def defaults(protocol):
    return dict(_BY_PROTOCOL.get(protocol, {}))


@before("elbv2", "ModifyListenerAttributes")
def check(call):
    listener = backend.listener(call, call.params["ListenerArn"])
    for attribute in call.params["Attributes"]:
        if attribute["Key"] not in _BY_PROTOCOL.get(listener.protocol, {}):
            text = f"Listener attribute key '{attribute['Key']}' is not supported on listeners with protocol '{listener.protocol}'"
            raise AwsError("InvalidConfigurationRequest", text)
