import pytest


def test_capacity_providers_are_the_clusters_and_are_not_taken_away_while_used(estate, says):
    definition, spot = estate.register(), [{"capacityProvider": "FARGATE_SPOT", "weight": 1}]
    with says("InvalidParameterException", "not associated with the cluster"):
        estate.create(definition, launchType=None, capacityProviderStrategy=spot)
    with says("InvalidParameterException", "Specifying both a launch type and capacity provider strategy is not supported."):
        estate.create(definition, capacityProviderStrategy=spot)
    put = estate.ecs.put_cluster_capacity_providers
    put(cluster="main", capacityProviders=["FARGATE", "FARGATE_SPOT"], defaultCapacityProviderStrategy=spot)
    assert estate.create(definition, launchType=None)["capacityProviderStrategy"] == [{**spot[0], "base": 0}]
    with says("ResourceInUseException", "is in use and cannot be removed"):
        put(cluster="main", capacityProviders=["FARGATE"], defaultCapacityProviderStrategy=[])


@pytest.mark.parametrize(
    ("strategy", "text"),
    [
        ([{"capacityProvider": "FARGATE", "weight": 0}], "a weight greater than 0"),
        ([{"capacityProvider": "FARGATE", "weight": 1}, {"capacityProvider": "FARGATE", "weight": 2}], "twice"),
        (
            [{"capacityProvider": "FARGATE", "weight": 1, "base": 1}, {"capacityProvider": "FARGATE_SPOT", "weight": 1, "base": 1}],
            "Only one capacity provider in a capacity provider strategy can have a base defined.",
        ),
        ([{"capacityProvider": "SPOT", "weight": 1}], "not associated with the cluster"),
    ],
)
def test_a_strategy_says_where_tasks_go(estate, says, strategy, text):
    put, providers = estate.ecs.put_cluster_capacity_providers, ["FARGATE", "FARGATE_SPOT"]
    with says("InvalidParameterException", text):
        put(cluster="main", capacityProviders=providers, defaultCapacityProviderStrategy=strategy)
    put(cluster="main", capacityProviders=providers, defaultCapacityProviderStrategy=[])
    with says("InvalidParameterException", text):
        estate.create(estate.register(), launchType=None, capacityProviderStrategy=strategy)


def test_a_cluster_takes_capacity_providers_that_there_are(estate, says):
    with says("InvalidParameterException", "The specified capacity provider 'SPOT' was not found."):
        estate.ecs.put_cluster_capacity_providers(cluster="main", capacityProviders=["SPOT"], defaultCapacityProviderStrategy=[])


@pytest.mark.parametrize(
    ("commands", "text"),
    [
        ({"logging": "OVERRIDE"}, "A logConfiguration must be specified"),
        ({"logging": "DEFAULT", "logConfiguration": {"cloudWatchLogGroupName": "/exec"}}, "A logConfiguration must be specified"),
        ({"logging": "OVERRIDE", "logConfiguration": {"cloudWatchEncryptionEnabled": True}}, "cloudWatchLogGroupName"),
    ],
)
def test_a_cluster_logs_commands_where_it_says(estate, says, commands, text):
    wanted = {"configuration": {"executeCommandConfiguration": commands}}
    with says("InvalidParameterException", text):
        estate.ecs.create_cluster(clusterName="other", **wanted)
    with says("InvalidParameterException", text):
        estate.ecs.update_cluster(cluster="main", **wanted)


def test_a_cluster_needs_a_name_and_a_namespace_that_stands(estate, account, says):
    with says("InvalidParameterException", "Invalid cluster name"):
        estate.ecs.create_cluster(clusterName="a b")
    namespace = f"arn:aws:servicediscovery:eu-west-1:{account}:namespace/ns-1"
    with says("NamespaceNotFoundException", namespace):
        estate.ecs.create_cluster(clusterName="other", serviceConnectDefaults={"namespace": namespace})


def test_a_cluster_goes_after_its_services_and_tasks(estate, says):
    definition = estate.register()
    estate.create(definition)
    with says("ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active."):
        estate.ecs.delete_cluster(cluster="main")
    with says("InvalidParameterException", "The service cannot be stopped while it is scaled above 0."):
        estate.ecs.delete_service(cluster="main", service="app")
    estate.update(desiredCount=0)
    assert estate.ecs.delete_service(cluster="main", service="app")["service"]["status"] == "DRAINING"
    estate.look()
    assert estate.look()["status"] == "INACTIVE"
    run = estate.ecs.run_task(cluster="main", taskDefinition=definition, launchType="FARGATE", networkConfiguration=estate.network)
    with says("ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active."):
        estate.ecs.delete_cluster(cluster="main")
    estate.ecs.stop_task(cluster="main", task=run["tasks"][0]["taskArn"])
    assert estate.ecs.delete_cluster(cluster="main")["cluster"]["status"] == "INACTIVE"


def test_a_cluster_counts_what_runs_in_it_and_knows_three_kinds_of_insights(estate, says):
    estate.create(estate.register(), desiredCount=2)
    estate.look()
    (cluster,) = estate.ecs.describe_clusters(clusters=["main"])["clusters"]
    assert (cluster["activeServicesCount"], cluster["pendingTasksCount"], cluster["runningTasksCount"]) == (1, 2, 0)
    estate.ecs.update_cluster(cluster="main", settings=[{"name": "containerInsights", "value": "enhanced"}])
    with says("InvalidParameterException", "containerInsights"):
        estate.ecs.update_cluster(cluster="main", settings=[{"name": "containerInsights", "value": "on"}])
