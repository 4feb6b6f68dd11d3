"""Clusters: counted, and not deleted while something runs in them.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeClusters.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteCluster.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterSetting.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterServiceConnectDefaultsRequest.html
"""

import re

from ...call import AwsError
from ...rules import after, before
from . import backend, service_checks, tasks
from .capacity import check_strategy
from .service import standing

_NAME = re.compile(r"[A-Za-z0-9_-]{1,255}")
_OF_FARGATE = ("FARGATE", "FARGATE_SPOT")
_INSIGHTS = ("enabled", "disabled", "enhanced")


@before("ecs", "CreateCluster", "UpdateCluster", "UpdateClusterSettings")
def check_settings(call):
    for setting in call.params.get("settings") or []:
        if setting.get("name") == "containerInsights" and setting.get("value") not in _INSIGHTS:
            _refuse(f"Invalid value for setting containerInsights; use one of {', '.join(_INSIGHTS)}.")


@before("ecs", "CreateCluster")
def check_name(call):
    if not _NAME.fullmatch(call.params.get("clusterName") or "default"):
        _refuse("Invalid cluster name: it has 1 to 255 letters, digits, hyphens and underscores.")


@before("ecs", "CreateCluster", "UpdateCluster")
def check_configuration(call):
    """Logs of commands go where OVERRIDE says, and only then."""
    given = (call.params.get("configuration") or {}).get("executeCommandConfiguration") or {}
    if (given.get("logging") == "OVERRIDE") != bool(given.get("logConfiguration")):
        _refuse("A logConfiguration must be specified for logging OVERRIDE, and for no other.")
    log, namespace = given.get("logConfiguration") or {}, (call.params.get("serviceConnectDefaults") or {}).get("namespace")
    if log.get("cloudWatchEncryptionEnabled") and not log.get("cloudWatchLogGroupName"):
        _refuse("A cloudWatchLogGroupName must be specified where cloudWatchEncryptionEnabled is.")
    if log.get("s3EncryptionEnabled") and not log.get("s3BucketName"):
        _refuse("An s3BucketName must be specified where s3EncryptionEnabled is.")
    # a name that is not there is made, an ARN must be there
    if namespace and namespace.startswith("arn:") and not service_checks.has_namespace(call, namespace):
        raise AwsError("NamespaceNotFoundException", f"The namespace {namespace} was not found.")


@before("ecs", "PutClusterCapacityProviders")
def check_providers(call):
    cluster, kept = backend.cluster(call), call.params["capacityProviders"]
    for name in kept:
        if name not in _OF_FARGATE and name not in backend.of(call).capacity_providers:
            _refuse(f"The specified capacity provider '{name}' was not found.")
    strategy = call.params.get("defaultCapacityProviderStrategy") or []
    if strategy:
        check_strategy(strategy, kept)
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


def _refuse(text):
    raise AwsError("InvalidParameterException", text)
