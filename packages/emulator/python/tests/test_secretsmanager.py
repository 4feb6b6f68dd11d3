import base64
import json

import pytest
from archive import trust

# a zip file that holds nothing
_ZIP = base64.b64decode("UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==")


@pytest.fixture
def secrets(aws):
    return aws("secretsmanager")


def test_a_name_is_free_once_the_secret_is_gone(secrets, refused):
    secrets.create_secret(Name="app/token", SecretString="a")
    with refused("ResourceExistsException"):
        secrets.create_secret(Name="app/token", SecretString="a")
    secrets.delete_secret(SecretId="app/token", RecoveryWindowInDays=7)
    with refused("InvalidRequestException"):
        secrets.create_secret(Name="app/token", SecretString="a")
    secrets.restore_secret(SecretId="app/token")
    secrets.delete_secret(SecretId="app/token", ForceDeleteWithoutRecovery=True)
    secrets.create_secret(Name="app/token", SecretString="b")
    with refused("ValidationException"):
        secrets.create_secret(Name="app token")


def test_a_key_must_be_there_when_a_value_is_written(aws, secrets, refused):
    kms = aws("kms")
    key = kms.create_key()["KeyMetadata"]
    secrets.create_secret(Name="a", KmsKeyId=key["Arn"])
    secrets.put_secret_value(SecretId="a", SecretString="x")
    kms.schedule_key_deletion(KeyId=key["KeyId"], PendingWindowInDays=7)
    with refused("EncryptionFailure"):
        secrets.put_secret_value(SecretId="a", SecretString="y")


def test_a_policy_does_not_open_a_secret_to_all(secrets, refused):
    secrets.create_secret(Name="a", SecretString="x")

    def put(**statement):
        whole = {"Effect": "Allow", "Principal": "*", "Action": "secretsmanager:GetSecretValue", "Resource": "*", **statement}
        policy = json.dumps({"Version": "2012-10-17", "Statement": [{key: value for key, value in whole.items() if value}]})
        secrets.put_resource_policy(SecretId="a", ResourcePolicy=policy, BlockPublicPolicy=True)

    with refused("PublicPolicyException"):
        put()
    with refused("MalformedPolicyDocumentException"):
        put(Principal=None)
    put(Effect="Deny")
    put(Principal={"AWS": "arn:aws:iam::111111111111:root"})


@pytest.fixture
def rotate(aws, secrets):
    """Makes a function that may rotate secrets, or not."""

    def make(allowed=True):
        role = aws("iam").create_role(RoleName="rotate", AssumeRolePolicyDocument=trust("lambda.amazonaws.com"))["Role"]["Arn"]
        code = {"ZipFile": _ZIP}
        made = aws("lambda").create_function(FunctionName="rotate", Runtime="python3.12", Handler="index.handler", Role=role, Code=code)
        if allowed:
            allow = {"StatementId": "s", "Action": "lambda:InvokeFunction", "Principal": "secretsmanager.amazonaws.com"}
            aws("lambda").add_permission(FunctionName="rotate", **allow)
        return made["FunctionArn"]

    return make


def test_a_secret_is_rotated_by_a_function_that_nobody_calls(secrets, rotate):
    arn = secrets.create_secret(Name="a", SecretString="x")["ARN"]
    rules = {"AutomaticallyAfterDays": 30}
    secrets.rotate_secret(SecretId=arn, RotationLambdaARN=rotate(), RotationRules=rules, RotateImmediately=False)
    shown = secrets.describe_secret(SecretId=arn)
    assert (shown["RotationEnabled"], shown["RotationRules"]) == (True, rules)
    assert shown["RotationLambdaARN"].endswith(":function:rotate")
    assert list(shown["VersionIdsToStages"].values()) == [["AWSCURRENT"]]
    version = secrets.rotate_secret(SecretId=arn)["VersionId"]
    assert secrets.get_secret_value(SecretId=arn)["VersionId"] == version
    assert secrets.get_secret_value(SecretId=arn)["SecretString"] == "x"
    assert sorted(secrets.describe_secret(SecretId=arn)["VersionIdsToStages"].values()) == [["AWSCURRENT"], ["AWSPREVIOUS"]]
    secrets.cancel_rotate_secret(SecretId=arn)
    assert not secrets.describe_secret(SecretId=arn).get("RotationEnabled")


def test_a_function_that_rotates_stands_and_lets_it_be_called(secrets, rotate, says, account):
    secrets.create_secret(Name="a", SecretString="x")
    with says("InvalidRequestException", "No Lambda rotation function"):
        secrets.rotate_secret(SecretId="a")
    with says("ResourceNotFoundException", "Resource not found"):
        secrets.rotate_secret(SecretId="a", RotationLambdaARN=f"arn:aws:lambda:eu-west-1:{account}:function:none")
    with says("AccessDeniedException", "cannot invoke"):
        secrets.rotate_secret(SecretId="a", RotationLambdaARN=rotate(allowed=False))
