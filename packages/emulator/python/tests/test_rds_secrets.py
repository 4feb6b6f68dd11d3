import json

import pytest

OWN = {"Engine": "postgres", "DBInstanceClass": "db.t4g.micro", "AllocatedStorage": 20, "MasterUsername": "app"}


@pytest.fixture
def rds(aws, network):
    client = aws("rds")
    client.create_db_subnet_group(DBSubnetGroupName="own", DBSubnetGroupDescription="own", SubnetIds=[network["a"], network["b"]])
    return client


@pytest.fixture
def secrets(aws):
    return aws("secretsmanager")


@pytest.fixture
def made(rds):
    wanted = {**OWN, "DBSubnetGroupName": "own", "ManageMasterUserPassword": True}
    return rds.create_db_instance(DBInstanceIdentifier="one", **wanted)["DBInstance"]


def available(rds, name="one"):
    while rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]["DBInstanceStatus"] != "available":
        pass


def value(secrets, arn, **which):
    return json.loads(secrets.get_secret_value(SecretId=arn, **which)["SecretString"])


def test_rds_keeps_rotates_and_deletes_the_masters_secret(rds, secrets, made, refused):
    arn = made["MasterUserSecret"]["SecretArn"]
    shown = secrets.describe_secret(SecretId=arn)
    assert (shown["OwningService"], shown["RotationEnabled"], shown["RotationRules"]) == ("rds", True, {"AutomaticallyAfterDays": 7})
    first = value(secrets, arn)
    assert (first["username"], len(first["password"])) == ("app", 28)
    secrets.rotate_secret(SecretId=arn, RotationRules={"AutomaticallyAfterDays": 30})
    assert secrets.describe_secret(SecretId=arn)["RotationRules"] == {"AutomaticallyAfterDays": 30}
    second = value(secrets, arn)
    assert second["password"] != first["password"]
    assert value(secrets, arn, VersionStage="AWSPREVIOUS") == first
    secrets.rotate_secret(SecretId=arn, RotationRules={"AutomaticallyAfterDays": 14}, RotateImmediately=False)
    assert value(secrets, arn) == second
    secrets.cancel_rotate_secret(SecretId=arn)
    shown = secrets.describe_secret(SecretId=arn)
    assert (shown["RotationEnabled"], shown.get("RotationLambdaARN")) == (False, None)
    for call in (
        lambda: secrets.delete_secret(SecretId=arn),
        lambda: secrets.put_secret_value(SecretId=arn, SecretString="mine"),
    ):
        with refused("InvalidRequestException"):
            call()
    available(rds)
    rds.delete_db_instance(DBInstanceIdentifier="one", SkipFinalSnapshot=True)
    with refused("ResourceNotFoundException"):
        secrets.describe_secret(SecretId=arn)


def test_a_password_takes_the_secrets_place_and_back(rds, secrets, made, refused):
    arn = made["MasterUserSecret"]["SecretArn"]
    available(rds)

    def change(**what):
        rds.modify_db_instance(DBInstanceIdentifier="one", ApplyImmediately=True, **what)
        available(rds)
        return rds.describe_db_instances(DBInstanceIdentifier="one")["DBInstances"][0].get("MasterUserSecret")

    for wrong in ({"MasterUserPassword": "correct-horse"}, {"ManageMasterUserPassword": False}):
        with refused("InvalidParameterCombination"):
            change(**wrong)
    assert change(ManageMasterUserPassword=True)["SecretArn"] == arn
    assert change(ManageMasterUserPassword=False, MasterUserPassword="correct-horse") is None
    with refused("ResourceNotFoundException"):
        secrets.describe_secret(SecretId=arn)
    assert change(ManageMasterUserPassword=True)["SecretArn"] != arn


def test_a_secret_lies_under_the_key_that_is_named(aws, rds, refused):
    key = aws("kms").create_key()["KeyMetadata"]
    wanted = {**OWN, "DBInstanceIdentifier": "two", "DBSubnetGroupName": "own", "ManageMasterUserPassword": True}
    with refused("KMSKeyNotAccessibleFault"):
        rds.create_db_instance(**wanted, MasterUserSecretKmsKeyId="00000000-0000-0000-0000-000000000000")
    made = rds.create_db_instance(**wanted, MasterUserSecretKmsKeyId=key["KeyId"])["DBInstance"]
    assert made["MasterUserSecret"]["KmsKeyId"] == key["Arn"]
