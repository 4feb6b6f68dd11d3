"""IAM's functions in moto."""

from moto.core import DEFAULT_ACCOUNT_ID
from moto.iam import models

from ..mend import mend


@mend(models, "get_account_id_from", source="83d4b96f7c5b", operations={})
def account_of_a_key(original):
    """moto looks in every partition, and so makes an IAM of a thousand policies for each: a second for a new account."""

    def get_account_id_from(access_key):
        for account_id, account in list(models.iam_backends.items()):
            if access_key in account["aws"].access_keys:
                return account_id
        return DEFAULT_ACCOUNT_ID

    return get_account_id_from


#: What AWS calls the roles of services that moto names by their host alone.
_SERVICE_NAMES = {
    "config": "Config",
    "guardduty": "AmazonGuardDuty",
    "inspector2": "AmazonInspector2",
    "macie": "AmazonMacie",
    "securityhub": "SecurityHub",
}


@mend(models.IAMBackend, "create_service_linked_role", source="178bf236b4d5", operations={"iam": ["CreateServiceLinkedRole"]})
def names_of_service_linked_roles(original):
    """moto calls Config's role AWSServiceRoleForconfig; whoever names it by its ARN finds none.

    https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html
    """
    models.SERVICE_NAME_CONVERSION.update(_SERVICE_NAMES)
    return original
