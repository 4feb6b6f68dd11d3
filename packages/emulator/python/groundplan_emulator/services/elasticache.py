"""ElastiCache: so far what a network's subnet group needs.

https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DeleteCacheSubnetGroup.html
"""

from ..call import AwsError
from ..rules import stub


@stub("elasticache", "DeleteCacheSubnetGroup")
def delete_subnet_group(call):
    from moto.elasticache.models import elasticache_backends

    groups = elasticache_backends[call.account][call.region].cache_subnet_groups
    name = call.params["CacheSubnetGroupName"]
    if groups.pop(name, None) is None:
        raise AwsError("CacheSubnetGroupNotFoundFault", f"Cache Subnet Group {name} does not exist.", 400)
