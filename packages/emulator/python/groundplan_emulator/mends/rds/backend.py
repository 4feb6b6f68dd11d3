"""What RDS makes of a request in moto."""

from botocore import xform_name
from moto.rds import models

from ...mend import mend


@mend(models.RDSBackend, "create_db_instance_read_replica", source="c0ff264a63c7", operations={"rds": ["CreateDBInstanceReadReplica"]})
def replica_of_its_own(original):
    """moto's replica is a copy that shares its source's tags, secret and resource id."""

    def create_db_instance_read_replica(self, db_kwargs):
        from ...services.rds import replicas

        return replicas.make(self, dict(db_kwargs))

    return create_db_instance_read_replica


@mend(
    models.RDSBackend,
    "restore_db_instance_from_db_snapshot",
    source="14cc40200552",
    operations={"rds": ["RestoreDBInstanceFromDBSnapshot"]},
)
@mend(
    models.RDSBackend, "restore_db_instance_to_point_in_time", source="ad743c47235e", operations={"rds": ["RestoreDBInstanceToPointInTime"]}
)
@mend(models.RDSBackend, "restore_db_cluster_from_snapshot", source="294633203b65", operations={"rds": ["RestoreDBClusterFromSnapshot"]})
@mend(
    models.RDSBackend, "restore_db_cluster_to_point_in_time", source="0f23b9d548f6", operations={"rds": ["RestoreDBClusterToPointInTime"]}
)
def restored_as_new(original):
    """moto hands all of the old one's attributes on, its names and members too: rules say what a restored one has."""

    def restore(self, *_, **__):
        given = {xform_name(name): value for name, value in self.__dict__.pop("restoring").items()}
        make = self.create_db_cluster if "db_cluster_identifier" in given else self.create_db_instance
        # moto asks for a password of every cluster
        secret = {} if given.get("manage_master_user_password") else {"master_user_password": "restored-with-the-data"}
        return make({**given, **(secret if make == self.create_db_cluster else {})})

    return restore


@mend(
    models.RDSBackend, "_get_resource_for_tagging", source="9341442c8d5b", operations={"rds": ["ListTagsForResource", "AddTagsToResource"]}
)
def tags_of_all(original):
    """moto does not tag global clusters, endpoints of proxies or target groups."""

    def _get_resource_for_tagging(self, arn):
        from ...services.rds import tagged

        return tagged.find(self, arn) or original(self, arn)

    return _get_resource_for_tagging
