"""What an instance is made of, and how it is looked at."""

OWN = {"Engine": "postgres", "DBInstanceClass": "db.t4g.micro", "AllocatedStorage": 20, "MasterUsername": "app"}


def shown(rds, name="one"):
    return rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]


def status(rds, name="one"):
    return shown(rds, name)["DBInstanceStatus"]


def available(rds, name="one"):
    while status(rds, name) != "available":
        pass
