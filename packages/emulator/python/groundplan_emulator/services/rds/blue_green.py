"""Blue/green deployments: whom AWS lets have one.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments-considerations.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateBlueGreenDeployment.html
"""

from __future__ import annotations

from ...call import AwsError, Call
from ...rules import before
from . import backend


@before("rds", "CreateBlueGreenDeployment")
def check(call: Call) -> None:
    arn = call.params["Source"]
    cluster = ":cluster:" in arn
    source = backend.cluster(call, arn) if cluster else backend.instance(call, arn)
    code = "SourceClusterNotSupportedFault" if cluster else "SourceDatabaseNotSupportedFault"
    if source.manage_master_user_password:
        raise AwsError(code, f"The source {arn} has its master user password managed in AWS Secrets Manager, which isn't supported.")
    if not source.backup_retention_period:
        raise AwsError(code, f"The source {arn} must have automated backups enabled.")
    if cluster:
        return
    if source.is_replica or any(name.startswith("arn:") for name in source.replicas):
        raise AwsError(code, f"The source {arn} is a read replica or has read replicas in other Regions, which isn't supported.")
    if source.status != "available":
        raise AwsError("InvalidDBInstanceState", f"The source {arn} is not in available state.")
