"""KMS's classes in moto."""

import json

from moto.kms.exceptions import AccessDeniedException, NotFoundException
from moto.kms.models import KmsBackend, kms_backends
from moto.kms.responses import KmsResponse

from ..documents import names, principals, statements
from ..mend import mend


@mend(KmsBackend, "replicate_key", source="e71e5a684872", operations={"kms": ["ReplicateKey", "DescribeKey"]})
def replicas_of_their_own(original):
    """A replica shares moto's record of its primary, so that the primary turns into a replica.

    https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
    """

    def replicate_key(self, key_id, replica_region):
        key = self.keys[key_id]
        replica = original(self, key_id, replica_region)
        replica.multi_region_configuration = {**key.multi_region_configuration, "MultiRegionKeyType": "REPLICA"}
        return replica

    return replicate_key


@mend(KmsResponse, "describe_key", source="cd1e4779fcb6", operations={"kms": ["DescribeKey"]})
def keys_of_other_accounts(original):
    """moto looks in the caller's account alone; AWS finds a key by its ARN, or its alias's, and lets in whom its policy lets.

    https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html ("Cross-account use: Yes")
    """

    def describe_key(self):
        name = self._get_param("KeyId") or ""
        _, _, _, region, owner, *_ = [*name.split(":"), *[""] * 5]
        if not name.startswith("arn:") or owner == self.current_account:
            return original(self)
        backend = kms_backends[owner][self.region]
        key = backend.keys.get(backend.any_id_to_key_id(name)) if region == self.region and _has(backend, name) else None
        if key is None:
            raise NotFoundException(f"Key '{name}' does not exist")
        if not _lets(key.policy, self.current_account, "kms:DescribeKey"):
            raise AccessDeniedException(f"{self.current_account} is not authorized to perform: kms:DescribeKey on resource: {key.arn}")
        return json.dumps(key.to_dict())

    return describe_key


def _has(backend, name):
    return ":key/" in name or backend.alias_exists(backend.get_alias_name(name))


def _lets(policy, account, action):
    """Whether a key's policy leaves the action to the account's own IAM."""
    who = {"*", account, f"arn:aws:iam::{account}:root"}
    return any(
        statement.get("Effect") == "Allow" and who & set(principals(statement, "AWS")) and names(statement, "Action", action)
        for statement in statements(policy)
    )
