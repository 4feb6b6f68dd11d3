"""Notifications to EventBridge, which moto drops unless others stand beside them.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_NotificationConfiguration.html
"""

from ...rules import after, before

_EVENT_BRIDGE_ALONE = (
    b'<NotificationConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'
    b"<EventBridgeConfiguration></EventBridgeConfiguration></NotificationConfiguration>"
)
_OTHERS = ("TopicConfigurations", "QueueConfigurations", "LambdaFunctionConfigurations")


@before("s3", "PutBucketNotificationConfiguration")
def remember(call):
    wanted = (call.params.get("NotificationConfiguration") or {}).get("EventBridgeConfiguration")
    call.kind("event bridge")[(call.params["Bucket"],)] = wanted is not None


@after("s3", "GetBucketNotificationConfiguration")
def show(call, answer):
    if not call.kind("event bridge").get((call.params["Bucket"],)):
        return None
    if any(answer.get(name) for name in _OTHERS):
        answer["EventBridgeConfiguration"] = {}
        return answer
    # moto's serializer leaves an empty structure out, and here its presence is the answer
    return _EVENT_BRIDGE_ALONE
