"""What GetDeployment and GetDeploymentTarget show of a deployment.

https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentInfo.html
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ECSTarget.html
https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html#appspec-hooks-ecs
"""

from __future__ import annotations

from typing import Any

from .deployment import ACTIVE, Deployment

_EVENTS = ("BeforeInstall", "Install", "AfterInstall")
_TEST_EVENTS = ("AllowTestTraffic", "AfterAllowTestTraffic")
_TRAFFIC_EVENTS = ("BeforeAllowTraffic", "AllowTraffic", "AfterAllowTraffic")
_COUNTED = {"Created": "Pending", "Queued": "Pending", "Stopped": "Skipped"}


def of_deployment(one: Deployment) -> dict[str, Any]:
    plan, settings = one.plan, one.plan.settings
    counts = dict.fromkeys(("Pending", "InProgress", "Succeeded", "Failed", "Skipped", "Ready"), 0)
    counts[_COUNTED.get(one.status, one.status)] = 1
    shown = {
        "applicationName": one.group.application.application_name,
        "deploymentGroupName": one.group.deployment_group_name,
        "deploymentConfigName": plan.configuration,
        "deploymentId": one.id,
        # AWS never shows the content here
        "revision": {"revisionType": "AppSpecContent", "appSpecContent": {"sha256": plan.spec.sha256}},
        "status": one.status,
        "errorInformation": one.error,
        "createTime": one.created_at,
        "startTime": one.started_at,
        "completeTime": one.completed_at,
        "deploymentOverview": counts,
        "description": plan.description,
        "creator": one.creator,
        "ignoreApplicationStopFailures": False,
        "autoRollbackConfiguration": settings.get("autoRollbackConfiguration"),
        "updateOutdatedInstancesOnly": False,
        "rollbackInfo": one.rollback or None,
        "deploymentStyle": settings.get("deploymentStyle"),
        "instanceTerminationWaitTimeStarted": one.waits_for_termination,
        "blueGreenDeploymentConfiguration": settings.get("blueGreenDeploymentConfiguration"),
        "loadBalancerInfo": settings.get("loadBalancerInfo"),
        "fileExistsBehavior": "DISALLOW",
        "deploymentStatusMessages": [],
        "computePlatform": "ECS",
    }
    return {name: value for name, value in shown.items() if value is not None}


def target_id(one: Deployment) -> str:
    return f"{one.service.cluster.name}:{one.service.name}"


def of_target(one: Deployment) -> dict[str, Any]:
    return {
        "deploymentTargetType": "ECSTarget",
        "ecsTarget": {
            "deploymentId": one.id,
            "targetId": target_id(one),
            "targetArn": one.service.arn,
            "lastUpdatedAt": one.completed_at or one.started_at or one.created_at,
            "lifecycleEvents": _events(one),
            "status": {"Created": "Pending", "Queued": "Pending", "Stopped": "Skipped"}.get(one.status, one.status),
            "taskSetsInfo": [_task_set(one, label) for label in ("Blue", "Green") if _set(one, label) is not None],
        },
    }


def _events(one: Deployment) -> list[dict[str, Any]]:
    names = [*_EVENTS, *(_TEST_EVENTS if one.pair.test is not None else ()), *_TRAFFIC_EVENTS]
    if one.started_at is None:
        done = 0
    elif one.replacement is None or one.replacement.failures:
        done = names.index("Install")
    else:
        done = len(names) if one.shifted == 100 else names.index("AllowTraffic")
    shown = []
    for number, name in enumerate(names):
        at = {"startTime": one.started_at, "endTime": one.started_at} if number < done else {}
        status = "Succeeded" if number < done else _unfinished(one, current=number == done)
        shown.append({"lifecycleEventName": name, "status": status, **at})
    return shown


def _unfinished(one: Deployment, *, current: bool) -> str:
    if one.status in ACTIVE:
        return "InProgress" if current and one.status == "InProgress" else "Pending"
    return "Failed" if current and one.status == "Failed" else "Skipped"


def _set(one: Deployment, label: str) -> Any:
    return one.original if label == "Blue" else one.replacement


def _task_set(one: Deployment, label: str) -> dict[str, Any]:
    task_set, blue = _set(one, label), label == "Blue"
    shown, standing = task_set.described(), task_set in one.service.task_sets
    return {
        "identifer": task_set.id,  # so spelt by AWS
        "desiredCount": shown["computedDesiredCount"] if standing else 0,
        "pendingCount": shown["pendingCount"],
        "runningCount": shown["runningCount"],
        "status": task_set.status if standing else "DRAINING",
        "trafficWeight": float(100 - one.shifted if blue else one.shifted),
        "targetGroup": {"name": one.pair.name(one.blue if blue else one.green)},
        "taskSetLabel": label,
    }
