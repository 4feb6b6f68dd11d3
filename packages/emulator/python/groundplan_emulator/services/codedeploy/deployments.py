"""Deployments of a group: made, watched, continued and stopped.

https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeployment.html
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_StopDeployment.html
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ContinueDeployment.html
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListDeployments.html
"""

from __future__ import annotations

import dataclasses
import string
from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import app_spec, backend, configurations, description
from .deployment import Deployment, Plan

#: the event of a group's automatic rollback, by what a deployment ended with
_ROLLED_BACK_ON = {"Failed": "DEPLOYMENT_FAILURE", "Stopped": "DEPLOYMENT_STOP_ON_ALARM"}


@stub("codedeploy", "CreateDeployment")
def create_deployment(call):
    params = call.params
    group = backend.group(call, params["applicationName"], params.get("deploymentGroupName") or "")
    if group.application.compute_platform != "ECS":
        raise NotImplementedError(f"deployments of the compute platform {group.application.compute_platform}")
    settings = dict(backend.settings(call, group))
    for name, own in (("autoRollbackConfiguration", None), ("overrideAlarmConfiguration", "alarmConfiguration")):
        if params.get(name):
            settings[own or name] = params[name]
    configuration = configurations.named(call, params.get("deploymentConfigName") or group.deployment_config_name)
    spec = app_spec.read(params.get("revision"))
    for other in _of_group(call, group):
        if other.creator == "codeDeployRollback":
            _settle(other)
        if other.active:
            text = f"The Deployment Group '{group.deployment_group_name}' already has an active Deployment '{other.id}'"
            raise AwsError("DeploymentLimitExceededException", text)
    plan = Plan(
        call=call,
        group=group,
        settings=settings,
        spec=spec,
        configuration=configuration["deploymentConfigName"],
        shares=configurations.shares(configuration),
        description=params.get("description"),
    )
    return {"deploymentId": _keep(call, Deployment(_number(), plan)).id}


def _number() -> str:
    from moto.moto_api._internal import mock_random

    return "d-" + "".join(mock_random.choice(string.ascii_uppercase + string.digits) for _ in range(9))


def _keep(call: Call, made: Deployment) -> Deployment:
    call.kind("deployment")[made.id] = made
    return made


def _of_group(call: Call, group: Any) -> list[Deployment]:
    return [one for one in call.kind("deployment").values() if one.group is group]


def named(call: Call, number: str | None) -> Deployment:
    found = call.kind("deployment").get(number)
    if found is None:
        raise AwsError("DeploymentDoesNotExistException", f"The deployment {number} could not be found")
    return found


@stub("codedeploy", "GetDeployment")
def get_deployment(call):
    one = named(call, call.params["deploymentId"])
    if one.creator == "codeDeployRollback":
        _settle(one)
    else:
        was_active = one.active
        one.step()
        if was_active and not one.active and one.status != "Succeeded":
            _roll_back_if_wanted(call, one, _ROLLED_BACK_ON[one.status])
    return {"deploymentInfo": description.of_deployment(one)}


def _roll_back_if_wanted(call: Call, one: Deployment, event: str) -> None:
    wanted = one.plan.settings.get("autoRollbackConfiguration") or {}
    if wanted.get("enabled") and event in (wanted.get("events") or []):
        _roll_back(call, one)


def _roll_back(call: Call, failed: Deployment) -> None:
    """A deployment of its own, whose work is done at once: nobody may look at it, and traffic must be back."""
    failed.go_back()
    spec = dataclasses.replace(failed.plan.spec, task_definition=failed.previous)
    plan = dataclasses.replace(failed.plan, spec=spec, description="CodeDeploy Rollback")
    made = _keep(call, Deployment(_number(), plan))
    made.creator = "codeDeployRollback"
    made.rollback = {"rollbackTriggeringDeploymentId": failed.id, "rollbackMessage": f"Deployment {made.id} rolls back {failed.id}."}
    text = f"Deployment {failed.id} is rolled back by deployment {made.id}."
    failed.rollback = {"rollbackDeploymentId": made.id, "rollbackMessage": text}


def _settle(rollback: Deployment) -> None:
    if rollback.status == "Created":
        rollback.status, rollback.started_at, rollback.completed_at = "Succeeded", backend.now(), backend.now()


@stub("codedeploy", "BatchGetDeployments")
def batch_get_deployments(call):
    held = call.kind("deployment")
    return {"deploymentsInfo": [description.of_deployment(held[number]) for number in call.params["deploymentIds"] if number in held]}


@stub("codedeploy", "ListDeployments")
def list_deployments(call):
    params = call.params
    application, group, statuses = params.get("applicationName"), params.get("deploymentGroupName"), params.get("includeOnlyStatuses")
    if bool(application) != bool(group):
        missing = (
            ("DeploymentGroupNameRequiredException", "deploymentGroupName")
            if application
            else ("ApplicationNameRequiredException", "applicationName")
        )
        raise AwsError(missing[0], f"The {missing[1]} is required.")
    found = list(call.kind("deployment").values())
    if group:
        found = _of_group(call, backend.group(call, application, group))
    return {"deployments": [one.id for one in reversed(found) if not statuses or one.status in statuses]}


@stub("codedeploy", "StopDeployment")
def stop_deployment(call):
    one = named(call, call.params["deploymentId"])
    if not one.active:
        raise AwsError("DeploymentAlreadyCompletedException", f"The deployment {one.id} is already completed.")
    one.end("Stopped", "MANUAL_STOP", "The deployment was stopped by a user.")
    if call.params.get("autoRollbackEnabled"):
        _roll_back(call, one)
    else:
        _roll_back_if_wanted(call, one, "DEPLOYMENT_STOP_ON_REQUEST")
    return {"status": "Succeeded", "statusMessage": "No more commands will be scheduled for execution in the deployment instances"}


@stub("codedeploy", "ContinueDeployment")
def continue_deployment(call):
    one = named(call, call.params.get("deploymentId"))
    if not one.active:
        raise AwsError("DeploymentAlreadyCompletedException", f"The deployment {one.id} is already completed.")
    for_termination = call.params.get("deploymentWaitType") == "TERMINATION_WAIT"
    if not (one.waits_for_termination if for_termination else one.status == "Ready"):
        raise AwsError("DeploymentIsNotInReadyStateException", f"The deployment {one.id} is not in a state to be continued.")
    one.proceed()
