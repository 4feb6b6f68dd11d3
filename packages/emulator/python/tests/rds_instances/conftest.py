import pytest
from instance import OWN


@pytest.fixture
def rds(aws):
    return aws("rds")


@pytest.fixture
def subnet_group(aws, rds, network):
    rds.create_db_subnet_group(DBSubnetGroupName="own", DBSubnetGroupDescription="own", SubnetIds=[network["a"], network["b"]])
    return "own"


@pytest.fixture
def make(rds, subnet_group):
    def make(name="one", **more):
        wanted = {"DBInstanceIdentifier": name, "DBSubnetGroupName": subnet_group, "MasterUserPassword": "correct-horse", **OWN, **more}
        return rds.create_db_instance(**{key: value for key, value in wanted.items() if value is not None})["DBInstance"]

    return make
