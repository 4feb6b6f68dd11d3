import pytest

_UUID = "8c4b2f4d-0000-4000-8000-000000000000"
_ROLE = "arn:aws:iam::111111111111:role/chat"


@pytest.fixture
def chatbot(aws):
    return aws("chatbot")


def test_a_slack_channel_is_made_changed_tagged_and_deleted(chatbot, account, refused):
    wanted = {"ConfigurationName": "alarms", "SlackTeamId": "T07EA123LEP", "SlackChannelId": "C07EZ1ABC23", "IamRoleArn": _ROLE}
    made = chatbot.create_slack_channel_configuration(**wanted, SnsTopicArns=["arn:aws:sns:eu-west-1:111111111111:a"])
    arn = made["ChannelConfiguration"]["ChatConfigurationArn"]
    assert arn == f"arn:aws:chatbot::{account}:chat-configuration/slack-channel/alarms"
    with refused("ConflictException"):
        chatbot.create_slack_channel_configuration(**wanted)
    chatbot.update_slack_channel_configuration(ChatConfigurationArn=arn, SlackChannelId="C07EZ1ABC23", LoggingLevel="INFO")
    chatbot.tag_resource(ResourceARN=arn, Tags=[{"TagKey": "a", "TagValue": "1"}, {"TagKey": "b", "TagValue": "2"}])
    chatbot.untag_resource(ResourceARN=arn, TagKeys=["a"])
    [shown] = chatbot.describe_slack_channel_configurations(ChatConfigurationArn=arn)["SlackChannelConfigurations"]
    assert (shown["LoggingLevel"], shown["Tags"]) == ("INFO", [{"TagKey": "b", "TagValue": "2"}])
    chatbot.delete_slack_channel_configuration(ChatConfigurationArn=arn)
    assert chatbot.describe_slack_channel_configurations()["SlackChannelConfigurations"] == []


def test_a_teams_channel_is_made_and_deleted(chatbot, refused):
    made = chatbot.create_microsoft_teams_channel_configuration(
        ConfigurationName="alarms", ChannelId="19%3a1", TeamId=_UUID, TenantId=_UUID, IamRoleArn=_ROLE
    )
    arn = made["ChannelConfiguration"]["ChatConfigurationArn"]
    shown = chatbot.get_microsoft_teams_channel_configuration(ChatConfigurationArn=arn)["ChannelConfiguration"]
    assert shown["LoggingLevel"] == "NONE"
    chatbot.delete_microsoft_teams_channel_configuration(ChatConfigurationArn=arn)
    with refused("ResourceNotFoundException"):
        chatbot.get_microsoft_teams_channel_configuration(ChatConfigurationArn=arn)
