"""Applications and deployment groups: what moto forgets of them, and what AWS refuses.

https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_UpdateDeploymentGroup.html
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeleteApplication.html
https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-groups-create-ecs.html
"""

from __future__ import annotations

from typing import Any

from ... import roles
from ...call import AwsError, Call
from ...rules import after, before, stub
from . import backend, configurations, services

_KEPT = (
    "alarmConfiguration",
    "autoRollbackConfiguration",
    "triggerConfigurations",
    "outdatedInstancesStrategy",
    "deploymentStyle",
    "blueGreenDeploymentConfiguration",
    "loadBalancerInfo",
    "ecsServices",
    "serviceRoleArn",
    "deploymentConfigName",
    "terminationHookEnabled",
)


@before("codedeploy", "CreateDeploymentGroup")
def check_new_group(call):
    application = backend.application(call, call.params["applicationName"])
    if application.compute_platform == "ECS":
        call.params.setdefault("deploymentConfigName", "CodeDeployDefault.ECSAllAtOnce")
    _check(call, application, call.params, call.params["deploymentGroupName"])


def _check(call: Call, application: Any, wanted: dict[str, Any], name: str) -> None:
    if wanted.get("deploymentConfigName"):
        configuration = configurations.named(call, wanted["deploymentConfigName"])
        if configuration["computePlatform"] != application.compute_platform:
            text = f"The deployment configuration is not for the compute platform {application.compute_platform}."
            raise AwsError("InvalidDeploymentConfigNameException", text)
    source = call.arn(f"deploymentgroup:{application.application_name}/{name}")
    if roles.refuses(wanted.get("serviceRoleArn") or "", "codedeploy.amazonaws.com", source):
        text = f"AWS CodeDeploy does not have the permissions required to assume the role {wanted['serviceRoleArn']}."
        raise AwsError("InvalidRoleException", text)
    if application.compute_platform != "ECS":
        return
    style = wanted.get("deploymentStyle") or {}
    if style.get("deploymentType") != "BLUE_GREEN" or style.get("deploymentOption") != "WITH_TRAFFIC_CONTROL":
        text = "For ECS deployment group, only BLUE_GREEN and WITH_TRAFFIC_CONTROL are supported."
        raise AwsError("InvalidDeploymentStyleException", text)
    if not wanted.get("blueGreenDeploymentConfiguration"):
        raise AwsError("InvalidBlueGreenDeploymentConfigurationException", "The blue/green deployment configuration is required for ECS.")
    _check_load_balancer(wanted.get("loadBalancerInfo") or {})
    _check_service(call, wanted.get("ecsServices") or [], (application.application_name, name))


def _check_load_balancer(info: dict[str, Any]) -> None:
    pairs = info.get("targetGroupPairInfoList") or []
    if len(pairs) != 1 or len(pairs[0].get("targetGroups") or []) != 2:
        raise AwsError("InvalidTargetGroupPairException", "For ECS deployment group, a pair of two target groups is required.")
    if len((pairs[0].get("prodTrafficRoute") or {}).get("listenerArns") or []) != 1:
        raise AwsError("InvalidTargetGroupPairException", "For ECS deployment group, a production listener is required.")


def _check_service(call: Call, named: list[dict[str, str]], own: tuple[str, str]) -> None:
    if len(named) != 1:
        raise AwsError("InvalidECSServiceException", "For ECS deployment group, ecsService must be specified.")
    service = services.find(call, named[0]["clusterName"], named[0]["serviceName"])
    if service.controller != "CODE_DEPLOY":
        text = "Deployment group's ECS service must be configured for a CODE_DEPLOY deployment controller."
        raise AwsError("InvalidECSServiceException", text)
    for application, groups in backend.of(call).deployment_groups.items():
        for group in groups.values():
            held = backend.settings(call, group).get("ecsServices")
            if held == named and (application, group.deployment_group_name) != own:
                text = f"The ECS service is already mapped to deployment group {group.deployment_group_name}."
                raise AwsError("ECSServiceMappingLimitExceededException", text)


@after("codedeploy", "CreateDeploymentGroup")
def remember_group(call, answer):
    group = backend.group(call, call.params["applicationName"], call.params["deploymentGroupName"])
    _remember(call, group, {name: call.params[name] for name in _KEPT if call.params.get(name) is not None})


def _remember(call: Call, group: Any, given: dict[str, Any]) -> None:
    kept = backend.settings(call, group)
    kept |= given
    group.deployment_config_name = kept.get("deploymentConfigName", group.deployment_config_name)
    options = kept.get("blueGreenDeploymentConfiguration") or {}
    if options.get("deploymentReadyOption"):
        options["deploymentReadyOption"].setdefault("waitTimeInMinutes", 0)


@stub("codedeploy", "UpdateDeploymentGroup")
def update_group(call):
    params = call.params
    group = backend.group(call, params["applicationName"], params["currentDeploymentGroupName"])
    given = {name: params[name] for name in _KEPT if params.get(name) is not None}
    wanted = {**backend.settings(call, group), **given}
    _check(call, group.application, wanted, group.deployment_group_name)
    _remember(call, group, given)
    new = params.get("newDeploymentGroupName")
    if new and new != group.deployment_group_name:
        groups = backend.of(call).deployment_groups[params["applicationName"]]
        if new in groups:
            raise AwsError("DeploymentGroupAlreadyExistsException", f"Deployment group {new} already exists.")
        groups[new] = groups.pop(group.deployment_group_name)
        group.deployment_group_name = new
    return {"hooksNotCleanedUp": []}


@after("codedeploy", "GetDeploymentGroup")
def show_group(call, answer):
    group = backend.group(call, call.params["applicationName"], call.params["deploymentGroupName"])
    shown = answer["deploymentGroupInfo"]
    shown |= {"outdatedInstancesStrategy": "UPDATE", "terminationHookEnabled": False, **backend.settings(call, group)}
    made = [one for one in call.kind("deployment").values() if one.group is group]
    for name, found in (
        ("lastAttemptedDeployment", made),
        ("lastSuccessfulDeployment", [one for one in made if one.status == "Succeeded"]),
    ):
        shown.pop(name, None)
        if found:
            shown[name] = found[-1].summary()
    shown.pop("targetRevision", None)


@stub("codedeploy", "DeleteDeploymentGroup")
def delete_group(call):
    name = call.params["deploymentGroupName"]
    group = backend.of(call).deployment_groups.get(call.params["applicationName"], {}).pop(name, None)
    if group is not None:
        call.kind("group").pop(group.deployment_group_id, None)
    return {"hooksNotCleanedUp": []}


@stub("codedeploy", "DeleteApplication")
def delete_application(call):
    """With its groups; one that is not there is no error."""
    name = call.params["applicationName"]
    backend.of(call).applications.pop(name, None)
    for group in backend.of(call).deployment_groups.pop(name, {}).values():
        call.kind("group").pop(group.deployment_group_id, None)


@stub("codedeploy", "UpdateApplication")
def rename_application(call):
    old, new = call.params.get("applicationName"), call.params.get("newApplicationName")
    application, held = backend.application(call, old), backend.of(call)
    if new in held.applications:
        raise AwsError("ApplicationAlreadyExistsException", f"Application already exists: {new}")
    application.application_name = new
    held.applications[new] = held.applications.pop(old)
    held.deployment_groups[new] = held.deployment_groups.pop(old, {})


@after("codedeploy", "GetApplication", "BatchGetApplications")
def times_as_numbers(call, answer):
    """Read and written again: moto's times are texts, which AWS's own tools do not read."""
