"""KMS's classes in moto."""

from moto.kms.models import KmsBackend

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
