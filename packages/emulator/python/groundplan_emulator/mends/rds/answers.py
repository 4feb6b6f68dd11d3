"""RDS's answers in moto: each look is a step."""

from moto.core.responses import PaginatedResult
from moto.rds import models, responses

from ...mend import mend


@mend(responses.RDSResponse, "describe_db_instances", source="a28a87f078e5", operations={"rds": ["DescribeDBInstances"]})
def look_at_instances(original):
    """Each look is a step of what passes, and the last one at what leaves."""

    def describe_db_instances(self):
        from ...services.rds import departures

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


@mend(responses.RDSResponse, "describe_db_clusters", source="788903ba61e7", operations={"rds": ["DescribeDBClusters"]})
def look_at_clusters(original):
    """Each look is a step of what passes, and the last one at what leaves."""

    def describe_db_clusters(self):
        from ...services.rds import departures

        leaving, name = departures.clusters(self.backend), self.params.get("DBClusterIdentifier")
        name = name.split(":")[-1] if name else None
        if name and name in leaving:
            return PaginatedResult({"DBClusters": departures.shown([], leaving, [leaving[name]])})
        filters = {one["Name"]: one["Values"] for one in self.params.get("Filters", [])}
        standing = self.backend.describe_db_clusters(self.params.get("DBClusterIdentifier"), filters=filters)
        return PaginatedResult({"DBClusters": departures.shown(standing, leaving, [] if name else list(leaving.values()))})

    return describe_db_clusters
