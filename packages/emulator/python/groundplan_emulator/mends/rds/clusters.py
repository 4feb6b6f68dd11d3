"""RDS's clusters in moto."""

from moto.rds import models

from ...mend import mend


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
        from ...services.rds import new_cluster

        original(self, backend, **new_cluster.without_iam(given))
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
