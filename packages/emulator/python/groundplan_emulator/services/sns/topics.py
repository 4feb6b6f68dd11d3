"""Topics: their keys, and attributes that moto drops.

https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html
"""

from ...call import AwsError
from ...documents import statements
from ...rules import after, before
from .. import kms

#: what moto keeps and shows by itself
_KNOWN = ("ContentBasedDeduplication", "DeliveryPolicy", "DisplayName", "FifoTopic", "KmsMasterKeyId", "Policy")
_CHOICES = {"SignatureVersion": ("", "1", "2"), "TracingConfig": ("", "PassThrough", "Active")}


@before("sns", "CreateTopic")
def check(call):
    for name, value in (call.params.get("Attributes") or {}).items():
        _check_attribute(call, name, value)


@before("sns", "SetTopicAttributes")
def check_change(call):
    _check_attribute(call, call.params["AttributeName"], call.params.get("AttributeValue") or "")


def _check_attribute(call, name, value):
    """An alias need not lead anywhere yet, a key must."""
    if name == "KmsMasterKeyId" and value and "alias/" not in value and kms.find(call, value) is None:
        raise AwsError("InvalidParameter", f"Invalid parameter: KmsMasterKeyId Reason: key {value} does not exist")
    if name in _CHOICES and value not in _CHOICES[name]:
        raise AwsError("InvalidParameter", f"Invalid parameter: {name}")
    if name != "Policy" or not value:
        return
    found = statements(value)
    if not found or any("Principal" not in statement and "NotPrincipal" not in statement for statement in found):
        raise AwsError("InvalidParameter", "Invalid parameter: Policy Error: null")
    if any("Resource" not in statement and "NotResource" not in statement for statement in found):
        raise AwsError("InvalidParameter", "Invalid parameter: Policy statement must have a resource")


@after("sns", "CreateTopic")
def remember(call, answer):
    kept = call.kind("topic").setdefault(answer["TopicArn"], {})
    for name, value in (call.params.get("Attributes") or {}).items():
        if name not in _KNOWN:
            kept.setdefault(name, value)


@after("sns", "SetTopicAttributes")
def change(call, answer):
    name = call.params["AttributeName"]
    if name not in _KNOWN:
        call.kind("topic").setdefault(call.params["TopicArn"], {})[name] = call.params.get("AttributeValue") or ""


@after("sns", "GetTopicAttributes")
def show(call, answer):
    kept = call.kind("topic").get(call.params["TopicArn"], {})
    answer["Attributes"].update({name: value for name, value in kept.items() if value})


@after("sns", "DeleteTopic")
def forget(call, answer):
    call.kind("topic").pop(call.params["TopicArn"], None)
