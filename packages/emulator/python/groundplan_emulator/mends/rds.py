"""RDS's classes in moto."""

import json

from botocore import xform_name
from moto.core.responses import PaginatedResult
from moto.rds import models, responses

from ..mend import mend

_CREATES = ["CreateDBInstance", "CreateDBInstanceReadReplica", "RestoreDBInstanceFromDBSnapshot", "RestoreDBInstanceToPointInTime"]


@mend(models.DBInstance, "__init__", source="829790050b25", operations={"rds": [*_CREATES, "DescribeDBInstances"]})
def show_what_was_asked(original):
    """moto drops monitoring, insights and more, and gives all instances one resource id.

    https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html
    """

    def __init__(self, backend, **given):
        from ..services.rds import new_instance

        # moto looks for AWS's default groups among those that were made
        own = {name: value for name, value in given.items() if not (name == "option_group_name" and str(value).startswith("default:"))}
        original(self, backend, **own)
        new_instance.complete(self, own)

    return __init__


@mend(models.DBInstance, "default_db_parameter_group_details", source="4b5bffb9b7cc", operations={"rds": ["DescribeDBInstances"]})
def default_family(original):
    """moto makes a family of all but the last part of a version, which Aurora MySQL's has many of."""

    def default_db_parameter_group_details(self):
        from ..services.rds.engines import ENGINES

        if self.engine not in ENGINES:
            return original(self)
        family = ENGINES[self.engine].family(self.engine_version)
        return family, f"default.{family}"

    return default_db_parameter_group_details


@mend(models.DBInstance, "db_parameter_group_status_list", source="3cf21c0b437d", operations={"rds": ["DescribeDBInstances"]})
def parameter_status(original):
    """moto keeps one status for all instances of a group.

    https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBParameterGroupStatus.html
    """
    return property(
        lambda self: [
            {"DBParameterGroupName": group.name, "ParameterApplyStatus": self.parameter_status} for group in self.db_parameter_groups()
        ]
    )


@mend(models.DBInstance, "endpoint", source="fdf617406842", operations={"rds": ["DescribeDBInstances"]})
def endpoint_once_made(original):
    """An instance has no endpoint while it is created, and its name stands in a hosted zone of RDS's."""

    def endpoint(self):
        from ..services.rds import endpoints

        return endpoints.of_instance(self)

    return property(endpoint)


@mend(models.MasterUserSecret, "_create_secret", source="e55092d20b98", operations={"rds": ["CreateDBInstance", "CreateDBCluster"]})
def secret_of_the_master(original):
    """moto keeps one name and one password for all, and does not rotate.

    https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
    """

    def _create_secret(self, kms_key_id):
        from ..services.rds import managed_secrets

        value = json.dumps({"username": self.resource.master_username, "password": managed_secrets.password()})
        self._generate_secret_string = lambda: value
        secret = original(self, kms_key_id)
        managed_secrets.start_rotating(secret)
        return secret

    return _create_secret


@mend(responses.RDSResponse, "describe_db_instances", source="a28a87f078e5", operations={"rds": ["DescribeDBInstances"]})
def look_at_instances(original):
    """Each look is a step of what passes, and the last one at what leaves."""

    def describe_db_instances(self):
        from ..services.rds import departures

        leaving, name = departures.instances(self.backend), self.params.get("DBInstanceIdentifier")
        name = name.split(":")[-1] if name else None
        filters = {one["Name"]: one["Values"] for one in self.params.get("Filters", [])}
        wanted = [leaving[name]] if name and name in leaving else []
        if not name and leaving:
            matching = self.backend._filter_resources(leaving, filters, models.DBInstance) if filters else leaving
            wanted = list(matching.values())
        standing = [] if name and wanted else self.backend.describe_db_instances(self.params.get("DBInstanceIdentifier"), filters=filters)
        return PaginatedResult({"DBInstances": departures.shown(standing, leaving, wanted)})

    return describe_db_instances


@mend(models.RDSBackend, "create_db_instance_read_replica", source="c0ff264a63c7", operations={"rds": ["CreateDBInstanceReadReplica"]})
def replica_of_its_own(original):
    """moto's replica is a copy that shares its source's tags, secret and resource id."""

    def create_db_instance_read_replica(self, db_kwargs):
        from ..services.rds import replicas

        return replicas.make(self, dict(db_kwargs))

    return create_db_instance_read_replica


@mend(
    models.DBCluster,
    "__init__",
    source="1d30a8e951e9",
    operations={"rds": ["CreateDBCluster", "DescribeDBClusters", "RestoreDBClusterFromSnapshot"]},
)
def show_what_a_cluster_was_asked(original):
    """moto drops monitoring, insights and more, and refuses what Multi-AZ DB clusters have.

    https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html
    """

    def __init__(self, backend, **given):
        from ..services.rds import new_cluster

        original(self, backend, **new_cluster.without_moto_s_doubts(given))
        new_cluster.complete(self, given)

    return __init__


@mend(models.DBCluster, "status", source="fa92a6bbbc2a", operations={"rds": ["DescribeDBClusters"]})
def cluster_status_by_looks(original):
    """moto's cluster is available after whoever looks at it first, itself included."""
    return property(lambda self: self._status, original.fset)


@mend(models.DBCluster, "scaling_configuration_info", source="6cf0cd25b111", operations={"rds": ["DescribeDBClusters"]})
def scaling_of_serverless_alone(original):
    """Others show none."""
    return property(lambda self: original.fget(self) if self.scaling_configuration else None)


@mend(models.DBCluster, "multi_az", source="3013a00c0314", operations={"rds": ["DescribeDBClusters"]})
def in_several_zones(original):
    """Whether its instances lie in several zones: moto counts replicas in other regions.

    https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html
    """
    return property(lambda self: len({instance.availability_zone for instance in self._members}) > 1)


@mend(models.DBInstanceClustered, "storage_type", source="ad1d7b7712ab", operations={"rds": ["DescribeDBInstances"]})
def storage_of_the_cluster(original):
    """moto takes every cluster for Aurora's."""
    return property(lambda self: self.cluster.storage_type or "aurora", original.fset)


@mend(responses.RDSResponse, "describe_db_clusters", source="788903ba61e7", operations={"rds": ["DescribeDBClusters"]})
def look_at_clusters(original):
    """Each look is a step of what passes, and the last one at what leaves."""

    def describe_db_clusters(self):
        from ..services.rds import departures

        leaving, name = departures.clusters(self.backend), self.params.get("DBClusterIdentifier")
        name = name.split(":")[-1] if name else None
        if name and name in leaving:
            return PaginatedResult({"DBClusters": departures.shown([], leaving, [leaving[name]])})
        filters = {one["Name"]: one["Values"] for one in self.params.get("Filters", [])}
        standing = self.backend.describe_db_clusters(self.params.get("DBClusterIdentifier"), filters=filters)
        return PaginatedResult({"DBClusters": departures.shown(standing, leaving, [] if name else list(leaving.values()))})

    return describe_db_clusters


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
        from ..services.rds import tagged

        return tagged.find(self, arn) or original(self, arn)

    return _get_resource_for_tagging
