"""Applications and deployment groups: what moto forgets of them.

https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_UpdateDeploymentGroup.html
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeleteApplication.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before, stub
from . import backend, group_checks

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
    group_checks.check(call, application, call.params, call.params["deploymentGroupName"])


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
    group_checks.check(call, group.application, wanted, group.deployment_group_name)
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
