import pytest


@pytest.fixture
def cache(aws, network):
    cache = aws("elasticache")
    wanted = {"CacheSubnetGroupName": "g", "CacheSubnetGroupDescription": "g"}
    cache.create_cache_subnet_group(**wanted, SubnetIds=[network["a"], network["b"]])
    return cache


def create(cache, name="sessions", **more):
    wanted = {"ReplicationGroupDescription": "a", "Engine": "valkey", "EngineVersion": "8.0", "CacheNodeType": "cache.t4g.micro"}
    return cache.create_replication_group(**{"ReplicationGroupId": name, "CacheSubnetGroupName": "g", **wanted, **more})["ReplicationGroup"]


def shown(cache, name="sessions"):
    return cache.describe_replication_groups(ReplicationGroupId=name)["ReplicationGroups"][0]


def ready(cache, name="sessions"):
    shown(cache, name)
    return shown(cache, name)


def test_a_group_is_made_changed_and_deleted_while_one_looks(cache, refused):
    create(cache, NumCacheClusters=2, AutomaticFailoverEnabled=True, MultiAZEnabled=True)
    with refused("ReplicationGroupAlreadyExists"):
        create(cache)
    assert shown(cache)["Status"] == "creating" and shown(cache)["Status"] == "available"
    cache.modify_replication_group(
        ReplicationGroupId="sessions", SnapshotRetentionLimit=7, CacheNodeType="cache.t4g.small", ApplyImmediately=True
    )
    with refused("InvalidReplicationGroupState"):
        cache.delete_replication_group(ReplicationGroupId="sessions")
    group = ready(cache)
    assert (group["Status"], group["SnapshotRetentionLimit"], group["CacheNodeType"]) == ("available", 7, "cache.t4g.small")
    nodes = cache.describe_cache_clusters()["CacheClusters"]
    assert [node["CacheClusterId"] for node in nodes] == group["MemberClusters"] == ["sessions-001", "sessions-002"]
    assert {node["EngineVersion"] for node in nodes} == {"8.0.1"} and {node["CacheNodeType"] for node in nodes} == {"cache.t4g.small"}
    cache.delete_replication_group(ReplicationGroupId="sessions")
    assert shown(cache)["Status"] == "deleting"
    with refused("ReplicationGroupNotFoundFault"):
        shown(cache)
    with refused("CacheClusterNotFound"):
        cache.describe_cache_clusters(CacheClusterId="sessions-001")


def test_shards_have_names_and_an_address_of_their_own(cache):
    create(cache, NumNodeGroups=2, ReplicasPerNodeGroup=1, AutomaticFailoverEnabled=True)
    group = ready(cache)
    assert group["ClusterEnabled"] and group["ConfigurationEndpoint"]["Address"].startswith("clustercfg.")
    assert group["MemberClusters"] == ["sessions-0001-001", "sessions-0001-002", "sessions-0002-001", "sessions-0002-002"]
    [node] = cache.describe_cache_clusters(CacheClusterId="sessions-0002-002")["CacheClusters"]
    assert node["CacheParameterGroup"]["CacheParameterGroupName"] == "default.valkey8.cluster.on"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"MultiAZEnabled": True, "NumCacheClusters": 2}, "InvalidParameterCombination"),
        ({"AutomaticFailoverEnabled": True}, "InvalidParameterValue"),
        ({"NumCacheClusters": 7}, "InvalidParameterValue"),
        ({"EngineVersion": "1.0"}, "InvalidParameterValue"),
        ({"Engine": "memcached"}, "InvalidParameterValue"),
        ({"CacheParameterGroupName": "default.redis7"}, "InvalidParameterCombination"),
        ({"CacheParameterGroupName": "none"}, "CacheParameterGroupNotFound"),
        ({"CacheSubnetGroupName": "none"}, "CacheSubnetGroupNotFoundFault"),
        ({"AuthToken": "x" * 20, "TransitEncryptionEnabled": False}, "InvalidParameterCombination"),
    ],
)
def test_what_no_group_can_be_is_refused(cache, refused, wrong, code):
    with refused(code):
        create(cache, **wrong)


def test_a_version_never_goes_back(cache, refused):
    create(cache, EngineVersion="8.0")
    ready(cache)
    with refused("InvalidParameterCombination"):
        cache.modify_replication_group(ReplicationGroupId="sessions", EngineVersion="7.2", ApplyImmediately=True)
    cache.modify_replication_group(ReplicationGroupId="sessions", EngineVersion="8.1", ApplyImmediately=True)
    [node] = cache.describe_cache_clusters(CacheClusterId="sessions-001")["CacheClusters"]
    assert node["EngineVersion"] == "8.1.0"


def test_parameters_are_changed_reset_and_held_by_a_group(cache, refused):
    group = {"CacheParameterGroupName": "p"}
    cache.create_cache_parameter_group(**group, CacheParameterGroupFamily="valkey8", Description="p")
    with refused("CacheParameterGroupAlreadyExists"):
        cache.create_cache_parameter_group(**group, CacheParameterGroupFamily="valkey8", Description="p")
    with refused("InvalidParameterValue"):
        cache.create_cache_parameter_group(CacheParameterGroupName="q", CacheParameterGroupFamily="valkey1", Description="q")
    policy = {"ParameterName": "maxmemory-policy", "ParameterValue": "allkeys-lru"}
    cache.modify_cache_parameter_group(**group, ParameterNameValues=[policy])
    with refused("InvalidParameterValue"):
        cache.modify_cache_parameter_group(**group, ParameterNameValues=[{**policy, "ParameterName": "none"}])
    [changed] = cache.describe_cache_parameters(**group, Source="user")["Parameters"]
    assert changed["ParameterValue"] == "allkeys-lru"
    create(cache, **group)
    with refused("InvalidCacheParameterGroupState"):
        cache.delete_cache_parameter_group(**group)
    cache.reset_cache_parameter_group(**group, ResetAllParameters=True)
    assert cache.describe_cache_parameters(**group, Source="user")["Parameters"] == []
    ready(cache)
    cache.delete_replication_group(ReplicationGroupId="sessions")
    cache.delete_cache_parameter_group(**group)
    with refused("CacheParameterGroupNotFound"):
        cache.describe_cache_parameter_groups(**group)


def test_a_subnet_group_is_changed_and_held_by_a_group(cache, network, refused):
    cache.modify_cache_subnet_group(CacheSubnetGroupName="g", CacheSubnetGroupDescription="b", SubnetIds=[network["a"]])
    [group] = cache.describe_cache_subnet_groups(CacheSubnetGroupName="g")["CacheSubnetGroups"]
    assert (group["CacheSubnetGroupDescription"], len(group["Subnets"])) == ("b", 1)
    create(cache)
    with refused("CacheSubnetGroupInUse"):
        cache.delete_cache_subnet_group(CacheSubnetGroupName="g")


def test_tags_of_groups_change(cache):
    arn = create(cache, Tags=[{"Key": "a", "Value": "1"}])["ARN"]
    cache.add_tags_to_resource(ResourceName=arn, Tags=[{"Key": "b", "Value": "2"}])
    cache.remove_tags_from_resource(ResourceName=arn, TagKeys=["a"])
    assert cache.list_tags_for_resource(ResourceName=arn)["TagList"] == [{"Key": "b", "Value": "2"}]


def test_a_node_alone_is_not_answered(cache, says):
    with says("NotImplemented", "elasticache CreateCacheCluster"):
        cache.create_cache_cluster(CacheClusterId="alone", Engine="memcached", NumCacheNodes=1, CacheNodeType="cache.t4g.micro")
