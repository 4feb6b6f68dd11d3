import pytest


@pytest.fixture
def rds(aws, network):
    third = aws("ec2").create_subnet(VpcId=network["vpc"], CidrBlock="10.0.9.0/24", AvailabilityZone="eu-west-1c")["Subnet"]["SubnetId"]
    client = aws("rds")
    for name, subnets in {"own": [network["a"], network["b"], third], "two": [network["a"], network["b"]]}.items():
        client.create_db_subnet_group(DBSubnetGroupName=name, DBSubnetGroupDescription=name, SubnetIds=subnets)
    return client


@pytest.fixture
def make(rds):
    def make(kind, name="one", **more):
        wanted = {**kind, "DBSubnetGroupName": "own", **more}
        return rds.create_db_cluster(DBClusterIdentifier=name, **{key: value for key, value in wanted.items() if value is not None})[
            "DBCluster"
        ]

    return make


@pytest.fixture
def add(rds):
    def add(name, **more):
        wanted = {"DBInstanceClass": "db.r6g.large", "Engine": "aurora-postgresql", "DBClusterIdentifier": "one", **more}
        return rds.create_db_instance(DBInstanceIdentifier=name, **wanted)["DBInstance"]

    return add
