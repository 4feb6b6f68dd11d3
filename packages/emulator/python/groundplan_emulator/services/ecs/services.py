"""Services: created, changed, deleted and described.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteService.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
"""

import re

from ...call import AwsError
from ...rules import stub
from . import backend, deployments, interfaces, targets, task_sets
from . import service_checks as checks
from .capacity import checked_capacity
from .service import Service, named, standing

_DEFAULTS = {
    "schedulingStrategy": "REPLICA",
    "deploymentController": {"type": "ECS"},
    "enableECSManagedTags": False,
    "enableExecuteCommand": False,
    "propagateTags": "NONE",
    "availabilityZoneRebalancing": "DISABLED",
}

#: a change to one of these is rolled out to new tasks
_ROLLED_OUT = (
    "taskDefinition",
    "networkConfiguration",
    "capacityProviderStrategy",
    "platformVersion",
    "loadBalancers",
    "serviceRegistries",
    "serviceConnectConfiguration",
    "volumeConfigurations",
)

_NAME = re.compile(r"[A-Za-z0-9_-]{1,255}")
_MOST_DESCRIBED = 10

_NOT_SETTINGS = ("cluster", "service", "tags", "forceNewDeployment", "clientToken", "deploymentConfiguration")


@stub("ecs", "CreateService")
def create_service(call):
    params, cluster = call.params, backend.cluster(call)
    _check_name(call, cluster)
    controller = (params.get("deploymentController") or {}).get("type") or "ECS"
    if controller not in ("ECS", "CODE_DEPLOY"):
        raise NotImplementedError(f"deployment controller {controller}")
    if not params.get("taskDefinition"):
        raise AwsError("InvalidParameterException", "TaskDefinition can not be blank.")
    definition = backend.task_definition(call, params["taskDefinition"])
    checks.check_features(controller, params)
    checks.check_commands(params.get("enableExecuteCommand"), definition, done="created")
    checks.check_service_connect(call, params.get("serviceConnectConfiguration"), cluster, definition)
    targets.check(params.get("loadBalancers") or [], definition, call.account, call.region)
    given = {name: value for name, value in params.items() if name not in _NOT_SETTINGS and value is not None}
    settings = {
        **_DEFAULTS,
        "desiredCount": 0,
        **given,
        **checked_capacity(params, cluster, definition),
        "networkConfiguration": interfaces.checked(params.get("networkConfiguration"), definition, call.account, call.region),
        "deploymentConfiguration": _deployment_configuration(controller, {}, params.get("deploymentConfiguration")),
        "taskDefinition": definition.arn,
    }
    checks.check_percentages(settings["deploymentConfiguration"], settings)
    made = Service(call, cluster, settings)
    made.tags = list(params.get("tags") or [])
    standing(call)[f"{cluster.name}:{made.name}"] = made
    if controller == "ECS":
        deployments.begin(made, definition)
    else:
        task_sets.first(made, definition)
    return {"service": made.described(tags=True)}


def _check_name(call, cluster):
    if not _NAME.fullmatch(call.params["serviceName"]):
        raise AwsError("InvalidParameterException", "Invalid service name: it has 1 to 255 letters, digits, hyphens and underscores.")
    known = standing(call).get(f"{cluster.name}:{call.params['serviceName']}")
    if known is not None and known.status == "ACTIVE":
        raise AwsError("InvalidParameterException", "Creation of service was not idempotent.")
    if known is not None and known.status == "DRAINING":
        raise AwsError("InvalidParameterException", "Unable to Start a service that is still Draining.")


def _deployment_configuration(controller, known, given):
    defaults = {"maximumPercent": 200, "minimumHealthyPercent": 100}
    if controller == "ECS":
        defaults["deploymentCircuitBreaker"] = {"enable": False, "rollback": False}
    return {**defaults, **known, **{name: value for name, value in (given or {}).items() if value is not None}}


@stub("ecs", "UpdateService")
def update_service(call):
    params, service = call.params, named(call, call.params["service"])
    checks.check_update(service.controller, params)
    changes = {name: value for name, value in params.items() if name not in _NOT_SETTINGS and value is not None}
    wanted = params.get("taskDefinition") or service.settings["taskDefinition"]
    definition = backend.of(call).describe_task_definition(wanted) if wanted == service.settings["taskDefinition"] else None
    definition = definition or backend.task_definition(call, wanted)
    changes["taskDefinition"] = definition.arn
    merged = {**service.settings, **changes}
    checks.check_features(service.controller, {**merged, "deploymentConfiguration": params.get("deploymentConfiguration")})
    checks.check_commands(merged.get("enableExecuteCommand"), definition, done="updated")
    checks.check_service_connect(call, merged.get("serviceConnectConfiguration"), service.cluster, definition)
    # who only asks for another number of tasks is not asked whether they are reached
    if params.get("loadBalancers") or params.get("taskDefinition") or params.get("forceNewDeployment"):
        targets.check(merged.get("loadBalancers") or [], definition, call.account, call.region)
    if params.get("networkConfiguration"):
        changes["networkConfiguration"] = interfaces.checked(params["networkConfiguration"], definition, call.account, call.region)
    if params.get("capacityProviderStrategy") or params.get("platformVersion"):
        launch_type = None if params.get("capacityProviderStrategy") else service.settings.get("launchType")
        asked = {**{name: merged.get(name) for name in ("capacityProviderStrategy", "platformVersion")}, "launchType": launch_type}
        changes |= checked_capacity(asked, service.cluster, definition)
    configuration = _deployment_configuration(
        service.controller, service.settings["deploymentConfiguration"], params.get("deploymentConfiguration")
    )
    checks.check_percentages(configuration, merged)
    rolled_out = params.get("forceNewDeployment") or any(
        name in changes and changes[name] != service.settings.get(name) for name in _ROLLED_OUT
    )
    service.settings |= changes | {"deploymentConfiguration": configuration}
    if rolled_out and service.controller == "ECS":
        deployments.begin(service, definition)
    return {"service": service.described(tags=True)}


@stub("ecs", "DescribeServices")
def describe_services(call):
    cluster, found, failures = backend.cluster(call), [], []
    if not 1 <= len(call.params["services"]) <= _MOST_DESCRIBED:
        raise AwsError("InvalidParameterException", f"Services must contain 1 to {_MOST_DESCRIBED} items.")
    for name in call.params["services"]:
        service = standing(call).get(f"{cluster.name}:{name.split('/')[-1]}")
        if service is None:
            arn = name if ":" in name else call.arn(f"service/{cluster.name}/{name}")
            failures.append({"arn": arn, "reason": "MISSING"})
            continue
        deployments.step(service)
        task_sets.step(service)
        found.append(service.described(tags="TAGS" in (call.params.get("include") or [])))
        if service.status == "DRAINING":
            service.status = "INACTIVE"
    return {"services": found, "failures": failures}


@stub("ecs", "ListServices")
def list_services(call):
    cluster, params = backend.cluster(call), call.params
    found = [service for service in standing(call).values() if service.cluster is cluster and service.status != "INACTIVE"]
    if params.get("launchType"):
        found = [service for service in found if service.settings.get("launchType") == params["launchType"]]
    if params.get("schedulingStrategy"):
        found = [service for service in found if service.settings["schedulingStrategy"] == params["schedulingStrategy"]]
    return {"serviceArns": sorted(service.arn for service in found)}


@stub("ecs", "DeleteService")
def delete_service(call):
    service = named(call, call.params["service"])
    if service.desired_count > 0 and not call.params.get("force"):
        raise AwsError("InvalidParameterException", "The service cannot be stopped while it is scaled above 0.")
    for part in (*service.deployments, *service.task_sets):
        part.stop_all()
    service.status, service.settings["desiredCount"] = "DRAINING", 0
    answer = {"service": service.described(tags=True)}
    service.deployments, service.task_sets = [], []
    return answer
