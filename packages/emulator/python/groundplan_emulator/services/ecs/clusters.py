"""Clusters: counted, and not deleted while something runs in them.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeClusters.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteCluster.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterSetting.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html
"""

from ...call import AwsError
from ...rules import after, before
from . import backend, tasks
from .service import standing

_INSIGHTS = ("enabled", "disabled", "enhanced")


@before("ecs", "CreateCluster", "UpdateCluster", "UpdateClusterSettings")
def check_settings(call):
    for setting in call.params.get("settings") or []:
        if setting.get("name") == "containerInsights" and setting.get("value") not in _INSIGHTS:
            text = f"Invalid value for setting containerInsights; use one of {', '.join(_INSIGHTS)}."
            raise AwsError("InvalidParameterException", text)


@before("ecs", "PutClusterCapacityProviders")
def check_providers_in_use(call):
    cluster, kept = backend.cluster(call), call.params["capacityProviders"]
    if not all(item["capacityProvider"] in kept for item in call.params.get("defaultCapacityProviderStrategy") or []):
        text = "The default capacity provider strategy cannot contain a capacity provider that is not associated with the cluster."
        raise AwsError("InvalidParameterException", text)
    for service in standing(call).values():
        used = service.settings.get("capacityProviderStrategy") or []
        if service.cluster is cluster and service.status == "ACTIVE" and any(item["capacityProvider"] not in kept for item in used):
            text = "The specified capacity provider is in use and cannot be removed."
            raise AwsError("ResourceInUseException", text)


@before("ecs", "DeleteCluster")
def refuse_cluster_in_use(call):
    cluster = backend.cluster(call)
    if any(service.cluster is cluster and service.status == "ACTIVE" for service in standing(call).values()):
        raise AwsError("ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.")
    if any(task.order.cluster is cluster and task.status != "STOPPED" for task in tasks.in_call(call).values()):
        raise AwsError("ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active.")


@after("ecs", "DescribeClusters", "DeleteCluster", "UpdateCluster")
def count(call, answer):
    for shown in answer.get("clusters") or [answer.get("cluster") or {}]:
        inside = [task for task in tasks.in_call(call).values() if task.order.cluster.arn == shown.get("clusterArn")]
        shown["runningTasksCount"] = sum(task.status == "RUNNING" for task in inside)
        shown["pendingTasksCount"] = sum(task.status in ("PROVISIONING", "PENDING") for task in inside)
        services = [service for service in standing(call).values() if service.cluster.arn == shown.get("clusterArn")]
        shown["activeServicesCount"] = sum(service.status == "ACTIVE" for service in services)
