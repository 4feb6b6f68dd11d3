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
