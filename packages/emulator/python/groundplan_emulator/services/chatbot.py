"""Chat channels that topics speak in (AWS Chatbot, now Amazon Q Developer in chat applications), which moto lacks.

https://docs.aws.amazon.com/chatbot/latest/APIReference/API_CreateSlackChannelConfiguration.html
https://docs.aws.amazon.com/chatbot/latest/APIReference/API_CreateMicrosoftTeamsChannelConfiguration.html
"""

from ..call import AwsError
from ..rules import stub

_DEFAULTS = {
    "GuardrailPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"],
    "LoggingLevel": "NONE",
    "SnsTopicArns": [],
    "Tags": [],
    "UserAuthorizationRequired": False,
}
_KINDS = {"Slack": "slack-channel", "MicrosoftTeams": "microsoft-teams-channel"}


@stub("chatbot", "CreateSlackChannelConfiguration", "CreateMicrosoftTeamsChannelConfiguration")
def create(call):
    kind = _kind(call)
    arn = call.arn(f"chat-configuration/{_KINDS[kind]}/{call.params['ConfigurationName']}", region="")
    if arn in call.kind(kind):
        raise AwsError("ConflictException", f"ConfigurationName {call.params['ConfigurationName']} is already in use", 409)
    given = {name: value for name, value in call.params.items() if value is not None}
    call.kind(kind)[arn] = {**_DEFAULTS, **given, "ChatConfigurationArn": arn, "State": "ENABLED"}
    return {"ChannelConfiguration": call.kind(kind)[arn]}


@stub("chatbot", "UpdateSlackChannelConfiguration", "UpdateMicrosoftTeamsChannelConfiguration")
def update(call):
    found = _existing(call)
    found.update({name: value for name, value in call.params.items() if value is not None})
    return {"ChannelConfiguration": found}


@stub("chatbot", "GetMicrosoftTeamsChannelConfiguration")
def get(call):
    return {"ChannelConfiguration": _existing(call)}


@stub("chatbot", "DescribeSlackChannelConfigurations")
def describe(call):
    named = call.params.get("ChatConfigurationArn")
    found = [one for arn, one in call.kind("Slack").items() if named in (None, arn)]
    return {"SlackChannelConfigurations": found}


@stub("chatbot", "ListMicrosoftTeamsChannelConfigurations")
def list_teams(call):
    return {"TeamChannelConfigurations": list(call.kind("MicrosoftTeams").values())}


@stub("chatbot", "DeleteSlackChannelConfiguration", "DeleteMicrosoftTeamsChannelConfiguration")
def delete(call):
    _existing(call)
    del call.kind(_kind(call))[call.params["ChatConfigurationArn"]]


@stub("chatbot", "ListTagsForResource")
def tags(call):
    return {"Tags": _tagged(call)["Tags"]}


@stub("chatbot", "TagResource")
def tag(call):
    found = _tagged(call)
    keys = {tag["TagKey"] for tag in call.params["Tags"]}
    found["Tags"] = [tag for tag in found["Tags"] if tag["TagKey"] not in keys] + call.params["Tags"]


@stub("chatbot", "UntagResource")
def untag(call):
    found = _tagged(call)
    found["Tags"] = [tag for tag in found["Tags"] if tag["TagKey"] not in call.params["TagKeys"]]


def _kind(call):
    return "Slack" if "Slack" in call.operation else "MicrosoftTeams"


def _existing(call):
    return _found(call.kind(_kind(call)), call.params["ChatConfigurationArn"])


def _tagged(call):
    return _found({**call.kind("Slack"), **call.kind("MicrosoftTeams")}, call.params["ResourceARN"])


def _found(configurations, arn):
    if arn not in configurations:
        raise AwsError("ResourceNotFoundException", f"{arn} does not exist", 404)
    return configurations[arn]
