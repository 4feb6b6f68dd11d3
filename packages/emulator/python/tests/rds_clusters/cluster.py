"""What a cluster is made of, and how it is looked at."""

OWN = {"MasterUsername": "app", "MasterUserPassword": "correct-horse"}
AURORA = {**OWN, "Engine": "aurora-postgresql", "EngineVersion": "16.4"}
MULTI_AZ = {**OWN, "Engine": "postgres", "DBClusterInstanceClass": "db.m6gd.large", "AllocatedStorage": 100, "StorageType": "gp3"}


def shown(rds, name="one"):
    return rds.describe_db_clusters(DBClusterIdentifier=name)["DBClusters"][0]


def available(rds, name="one"):
    while shown(rds, name)["Status"] != "available":
        pass
