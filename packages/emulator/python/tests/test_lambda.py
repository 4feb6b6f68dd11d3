import base64

import pytest
from archive import trust

# a zip file that holds nothing
_ZIP = base64.b64decode("UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==")
_JSON = {"LogFormat": "JSON", "LogGroup": "/functions/f"}


@pytest.fixture
def role(aws):
    return lambda service: aws("iam").create_role(RoleName=service, AssumeRolePolicyDocument=trust(service))["Role"]["Arn"]


@pytest.fixture
def create(aws, role):
    right = role("lambda.amazonaws.com")

    def make(**more):
        wanted = {"FunctionName": "f", "Role": right, "Runtime": "nodejs22.x", "Handler": "index.handler", "Code": {"ZipFile": _ZIP}}
        return aws("lambda").create_function(**{**wanted, **more})

    return make


def test_a_function_keeps_its_key_and_where_its_events_and_logs_go(aws, create):
    functions, topic = aws("lambda"), "arn:aws:sns:eu-west-1:111111111111:failed"
    key = "arn:aws:kms:eu-west-1:111111111111:key/00000000-0000-4000-8000-000000000000"
    create(KMSKeyArn=key, DeadLetterConfig={"TargetArn": topic}, LoggingConfig={**_JSON, "SystemLogLevel": "WARN"})
    shown = functions.get_function(FunctionName="f")["Configuration"]
    assert (shown["KMSKeyArn"], shown["DeadLetterConfig"]) == (key, {"TargetArn": topic})
    assert shown["LoggingConfig"] == {**_JSON, "ApplicationLogLevel": "INFO", "SystemLogLevel": "WARN"}
    functions.update_function_configuration(FunctionName="f", DeadLetterConfig={"TargetArn": ""}, LoggingConfig={"LogFormat": "Text"})
    shown = functions.get_function_configuration(FunctionName=shown["FunctionArn"])
    assert "DeadLetterConfig" not in shown and shown["KMSKeyArn"] == key
    assert shown["LoggingConfig"] == {"LogFormat": "Text", "LogGroup": "/aws/lambda/f"}
    functions.delete_function(FunctionName="f")
    assert "KMSKeyArn" not in create()


def test_what_no_function_can_be_is_refused(create, role, refused):
    wrongs = (
        {"Role": role("ec2.amazonaws.com")},
        {"LoggingConfig": {"LogFormat": "Text", "SystemLogLevel": "WARN"}},
        {"DeadLetterConfig": {"TargetArn": "arn:aws:s3:::bucket"}},
    )
    for wrong in wrongs:
        with refused("InvalidParameterValueException"):
            create(**wrong)
