"""What AWS refuses of a service.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...locks import LOCKS

_CODE_DEPLOY = "on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment."

_ALL = 100  # percent

#: what UpdateService refuses under CODE_DEPLOY, in AWS's words
_NOT_BY_UPDATE = {
    "taskDefinition": "Unable to update task definition",
    "loadBalancers": "Unable to update load balancers",
    "networkConfiguration": "Unable to update network parameters",
    "platformVersion": "Unable to update platform version",
    "capacityProviderStrategy": "Unable to update capacity provider strategy",
    "serviceRegistries": "Unable to update service registries",
    "forceNewDeployment": "Cannot force a new deployment",
}


def check_update(controller: str, params: dict[str, Any]) -> None:
    if controller != "CODE_DEPLOY":
        return
    for name, problem in _NOT_BY_UPDATE.items():
        if params.get(name):
            raise AwsError("InvalidParameterException", f"{problem} {_CODE_DEPLOY}")


def check_features(controller: str, params: dict[str, Any]) -> None:
    """What only the ECS controller has, and what asks for something else."""
    configuration = params.get("deploymentConfiguration") or {}
    if controller != "ECS":
        if (configuration.get("deploymentCircuitBreaker") or {}).get("enable"):
            _refuse("DeploymentCircuitBreaker feature can only be enabled with ECS deployment controller.")
        if (configuration.get("alarms") or {}).get("enable"):
            _refuse("DeploymentAlarms feature can only be enabled with ECS deployment controller.")
        if (params.get("serviceConnectConfiguration") or {}).get("enabled"):
            _refuse("Service Connect feature can only be enabled with ECS deployment controller.")
        if len(params.get("loadBalancers") or []) > 1:
            _refuse("load balancers can have at most 1 items.")
    if params.get("healthCheckGracePeriodSeconds") and not params.get("loadBalancers"):
        _refuse("Health check grace period is only valid for services configured to use load balancers")


def check_commands(enabled: Any, definition: Any, *, done: str) -> None:
    """A command comes through the agent of Systems Manager, which acts by the task's role."""
    if enabled and definition is not None and not getattr(definition, "task_role_arn", None):
        text = f"The service couldn't be {done} because a valid taskRoleArn is not being used."
        _refuse(f"{text} Specify a valid task role in your task definition and try again.")


def check_percentages(configuration: dict[str, Any], settings: dict[str, Any]) -> None:
    """With both at 100, neither can a task start before another stops, nor stop before another starts."""
    if settings.get("availabilityZoneRebalancing") == "ENABLED" and configuration["maximumPercent"] <= _ALL:
        _refuse("Availability Zone rebalancing needs a maximumPercent greater than 100.")
    scheduling = settings["schedulingStrategy"]
    if scheduling == "REPLICA" and configuration["maximumPercent"] <= configuration["minimumHealthyPercent"]:
        _refuse("maximumPercent must be greater than minimumHealthyPercent.")


def check_service_connect(call: Call, configuration: dict[str, Any] | None, cluster: Any, definition: Any) -> None:
    if not configuration or not configuration.get("enabled"):
        return
    namespace = configuration.get("namespace") or (cluster.service_connect_defaults or {}).get("namespace")
    if not namespace:
        _refuse("You must provide a namespace for Service Connect: none is given, and the cluster has no default.")
    if not has_namespace(call, namespace):
        raise AwsError("NamespaceNotFoundException", f"The namespace {namespace} was not found.")
    containers = definition.container_definitions if definition is not None else []
    ports = {mapping.get("name") for container in containers for mapping in container.get("portMappings") or []}
    for offered in configuration.get("services") or []:
        if offered["portName"] not in ports:
            _refuse(f"The portName {offered['portName']} specified in the Service Connect configuration is not in the task definition.")


def has_namespace(call: Call, name: str) -> bool:
    from moto.servicediscovery.models import servicediscovery_backends

    with LOCKS["servicediscovery"]:
        namespaces = servicediscovery_backends[call.account][call.region].namespaces.values()
        return any(name in (namespace.arn, namespace.name) for namespace in namespaces)


def _refuse(text: str) -> None:
    raise AwsError("InvalidParameterException", text)
