"""RDS's instances and their secrets in moto."""

import json

from moto.rds import models

from ...mend import mend

_CREATES = ["CreateDBInstance", "CreateDBInstanceReadReplica", "RestoreDBInstanceFromDBSnapshot", "RestoreDBInstanceToPointInTime"]


@mend(models.DBInstance, "__init__", source="829790050b25", operations={"rds": [*_CREATES, "DescribeDBInstances"]})
def show_what_was_asked(original):
    """moto drops monitoring, insights and more, and gives all instances one resource id.

    https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html
    """

    def __init__(self, backend, **given):
        from ...services.rds import new_instance

        # moto looks for AWS's default groups among those that were made
        own = {name: value for name, value in given.items() if not (name == "option_group_name" and str(value).startswith("default:"))}
        original(self, backend, **own)
        new_instance.complete(self, own)

    return __init__


@mend(models.DBInstance, "default_db_parameter_group_details", source="4b5bffb9b7cc", operations={"rds": ["DescribeDBInstances"]})
def default_family(original):
    """moto makes a family of all but the last part of a version, which Aurora MySQL's has many of."""

    def default_db_parameter_group_details(self):
        from ...services.rds.engines import ENGINES

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
        from ...services.rds import endpoints

        return endpoints.of_instance(self)

    return property(endpoint)


@mend(models.MasterUserSecret, "_create_secret", source="e55092d20b98", operations={"rds": ["CreateDBInstance", "CreateDBCluster"]})
def secret_of_the_master(original):
    """moto keeps one name and one password for all, and does not rotate.

    https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
    """

    def _create_secret(self, kms_key_id):
        from ...services.rds import managed_secrets

        value = json.dumps({"username": self.resource.master_username, "password": managed_secrets.password()})
        self._generate_secret_string = lambda: value
        secret = original(self, kms_key_id)
        managed_secrets.start_rotating(secret)
        return secret

    return _create_secret
