import json

import pytest

OWN = {"DBInstanceClass": "db.t4g.micro", "AllocatedStorage": 20, "MasterUsername": "app", "MasterUserPassword": "correct-horse"}
TRUST = {"Effect": "Allow", "Principal": {"Service": "rds.amazonaws.com"}, "Action": "sts:AssumeRole"}


@pytest.fixture
def rds(aws, network):
    client = aws("rds")
    client.create_db_subnet_group(DBSubnetGroupName="own", DBSubnetGroupDescription="own", SubnetIds=[network["a"], network["b"]])
    return client


@pytest.fixture
def secret(aws):
    return aws("secretsmanager").create_secret(Name="app", SecretString="{}")["ARN"]


def role(aws, name, *statements):
    document = json.dumps({"Version": "2012-10-17", "Statement": list(statements)})
    return aws("iam").create_role(RoleName=name, AssumeRolePolicyDocument=document)["Role"]["Arn"]


@pytest.fixture
def make(aws, rds, network, secret):
    own = role(aws, "proxy", TRUST)

    def make(**more):
        wanted = {"EngineFamily": "POSTGRESQL", "RoleArn": own, "VpcSubnetIds": [network["a"], network["b"]]}
        auth = [{"AuthScheme": "SECRETS", "IAMAuth": "REQUIRED", "SecretArn": secret}]
        return rds.create_db_proxy(**{"DBProxyName": "proxy", "RequireTLS": True, "Auth": auth, **wanted, **more})["DBProxy"]

    return make


@pytest.fixture
def database(rds):
    def database(name, engine="postgres", **more):
        rds.create_db_instance(DBInstanceIdentifier=name, DBSubnetGroupName="own", Engine=engine, **OWN, **more)
        while rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]["DBInstanceStatus"] != "available":
            pass

    return database


def test_a_proxy_leads_to_one_writer_of_its_family(rds, make, database, refused):
    made = make()
    assert (made["Status"], made["Auth"][0]["ClientPasswordAuthType"]) == ("creating", "POSTGRES_SCRAM_SHA_256")
    assert [rds.describe_db_proxies()["DBProxies"][0]["Status"] for _ in range(2)] == ["creating", "available"]
    database("one", EngineVersion="16.3")
    database("other", "mysql")
    with refused("InvalidParameterValue"):
        rds.register_db_proxy_targets(DBProxyName="proxy", DBInstanceIdentifiers=["other"])
    with refused("DBInstanceNotFound"):
        rds.register_db_proxy_targets(DBProxyName="proxy", DBInstanceIdentifiers=["none"])
    rds.register_db_proxy_targets(DBProxyName="proxy", DBInstanceIdentifiers=["one"])
    target = rds.describe_db_proxy_targets(DBProxyName="proxy")["Targets"][0]
    assert (target["RdsResourceId"], target["Port"], target["Endpoint"][:4]) == ("one", 5432, "one.")
    with refused("InvalidParameterCombination"):
        rds.register_db_proxy_targets(DBProxyName="proxy", DBInstanceIdentifiers=["one"])
    rds.deregister_db_proxy_targets(DBProxyName="proxy", DBInstanceIdentifiers=["one"])
    with refused("DBProxyTargetNotFoundFault"):
        rds.deregister_db_proxy_targets(DBProxyName="proxy", DBInstanceIdentifiers=["one"])
    rds.delete_db_proxy(DBProxyName="proxy")
    with refused("DBProxyNotFoundFault"):
        rds.describe_db_proxies(DBProxyName="proxy")


def test_a_proxy_is_changed(aws, rds, make, network):
    make()
    group = aws("ec2").create_security_group(GroupName="p", Description="p", VpcId=network["vpc"])["GroupId"]
    rds.modify_db_proxy(DBProxyName="proxy", IdleClientTimeout=60, DebugLogging=True, SecurityGroups=[group])
    shown = rds.describe_db_proxies(DBProxyName="proxy")["DBProxies"][0]
    assert (shown["IdleClientTimeout"], shown["DebugLogging"], shown["VpcSecurityGroupIds"]) == (60, True, [group])
    pool = {"MaxConnectionsPercent": 90, "MaxIdleConnectionsPercent": 0, "InitQuery": "SET x = 1"}
    rds.modify_db_proxy_target_group(DBProxyName="proxy", TargetGroupName="default", ConnectionPoolConfig=pool)
    now = rds.describe_db_proxy_target_groups(DBProxyName="proxy")["TargetGroups"][0]["ConnectionPoolConfig"]
    assert {name: now[name] for name in pool} == pool


def test_a_proxy_is_refused(aws, make, network, secret, refused):
    stranger = role(aws, "other", {**TRUST, "Principal": {"Service": "ecs.amazonaws.com"}})
    for wrong, code in (
        ({"VpcSubnetIds": [network["a"], network["a2"]]}, "InvalidSubnet"),
        ({"DBProxyName": "a--b"}, "InvalidParameterValue"),
        ({"EngineFamily": "ORACLE"}, "InvalidParameterValue"),
        ({"IdleClientTimeout": 30000}, "InvalidParameterValue"),
        ({"RequireTLS": False}, "InvalidParameterCombination"),
        ({"RoleArn": stranger}, "InvalidParameterValue"),
        ({"Auth": [{"AuthScheme": "SECRETS", "SecretArn": secret[:-1] + "0"}]}, "InvalidParameterValue"),
        ({"Auth": [{"AuthScheme": "SECRETS"}]}, "InvalidParameterValue"),
    ):
        with refused(code):
            make(**wrong)
    make()
    with refused("DBProxyAlreadyExistsFault"):
        make()


def test_readers_have_an_endpoint_behind_a_clusters_proxy_alone(rds, make, database, network, refused):
    make()
    wanted = {"DBProxyName": "proxy", "DBProxyEndpointName": "readers", "VpcSubnetIds": [network["a"], network["b"]]}
    database("one", EngineVersion="16.3")
    rds.register_db_proxy_targets(DBProxyName="proxy", DBInstanceIdentifiers=["one"])
    with refused("InvalidDBProxyStateFault"):
        rds.create_db_proxy_endpoint(TargetRole="READ_ONLY", **wanted)
    rds.deregister_db_proxy_targets(DBProxyName="proxy", DBInstanceIdentifiers=["one"])
    made = rds.create_db_proxy_endpoint(TargetRole="READ_ONLY", Tags=[{"Key": "a", "Value": "b"}], **wanted)["DBProxyEndpoint"]
    assert rds.list_tags_for_resource(ResourceName=made["DBProxyEndpointArn"])["TagList"] == [{"Key": "a", "Value": "b"}]
    with refused("DBProxyEndpointAlreadyExistsFault"):
        rds.create_db_proxy_endpoint(**wanted)
    shown = [rds.describe_db_proxy_endpoints(DBProxyName="proxy")["DBProxyEndpoints"][0]["Status"] for _ in range(2)]
    assert shown == ["creating", "available"]
    rds.delete_db_proxy_endpoint(DBProxyEndpointName="readers")
    with refused("DBProxyEndpointNotFoundFault"):
        rds.describe_db_proxy_endpoints(DBProxyEndpointName="readers")


def test_a_database_behind_a_proxy_has_no_green_copy(rds, make, database, refused):
    database("one", BackupRetentionPeriod=7)
    make()
    rds.register_db_proxy_targets(DBProxyName="proxy", DBInstanceIdentifiers=["one"])
    source = rds.describe_db_instances(DBInstanceIdentifier="one")["DBInstances"][0]["DBInstanceArn"]
    with refused("SourceDatabaseNotSupportedFault"):
        rds.create_blue_green_deployment(BlueGreenDeploymentName="bg", Source=source)
