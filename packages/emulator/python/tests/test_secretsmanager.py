import json

import pytest


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
