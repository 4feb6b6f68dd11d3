"""What AWS refuses of a deployment group.

https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html#API_CreateDeploymentGroup_Errors
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BlueInstanceTerminationOption.html
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentReadyOption.html
https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-groups-create-ecs.html
"""

from __future__ import annotations

from typing import Any

from ... import roles
from ...call import AwsError, Call
from . import backend, configurations, services

_MOST_ALARMS, _LONGEST_WAIT = 10, 2880


def check(call: Call, application: Any, wanted: dict[str, Any], name: str) -> None:
    if wanted.get("deploymentConfigName"):
        configuration = configurations.named(call, wanted["deploymentConfigName"])
        if configuration["computePlatform"] != application.compute_platform:
            text = f"The deployment configuration is not for the compute platform {application.compute_platform}."
            raise AwsError("InvalidDeploymentConfigNameException", text)
    source = call.arn(f"deploymentgroup:{application.application_name}/{name}")
    if roles.refuses(wanted.get("serviceRoleArn") or "", "codedeploy.amazonaws.com", source):
        text = f"AWS CodeDeploy does not have the permissions required to assume the role {wanted['serviceRoleArn']}."
        call.refuse(AwsError("InvalidRoleException", text))
    if application.compute_platform != "ECS":
        return
    _check_alarms(wanted.get("alarmConfiguration") or {})
    _check_rollback(wanted.get("autoRollbackConfiguration") or {})
    _check_style(wanted.get("deploymentStyle") or {}, wanted.get("blueGreenDeploymentConfiguration") or {})
    _check_load_balancer(wanted.get("loadBalancerInfo") or {})
    _check_service(call, wanted.get("ecsServices") or [], (application.application_name, name))


def _check_alarms(given: dict[str, Any]) -> None:
    names = [alarm.get("name") for alarm in given.get("alarms") or []]
    if given.get("enabled") and not names:
        raise AwsError("InvalidAlarmConfigException", "The alarm configuration is enabled, but the alarm list is empty.")
    if len(set(names)) != len(names):
        raise AwsError("InvalidAlarmConfigException", "Two alarms with the same name have been specified.")
    if len(names) > _MOST_ALARMS:
        raise AwsError("AlarmsLimitExceededException", f"The maximum number of alarms for a group ({_MOST_ALARMS}) was exceeded.")


def _check_rollback(given: dict[str, Any]) -> None:
    if given.get("enabled") and not given.get("events"):
        raise AwsError("InvalidAutoRollbackConfigException", "Automatic rollback is enabled, but no event types were listed.")


def _check_style(style: dict[str, Any], moves: dict[str, Any]) -> None:
    if style.get("deploymentType") != "BLUE_GREEN" or style.get("deploymentOption") != "WITH_TRAFFIC_CONTROL":
        text = "For ECS deployment group, only BLUE_GREEN and WITH_TRAFFIC_CONTROL are supported."
        raise AwsError("InvalidDeploymentStyleException", text)
    if not moves:
        _refuse_moves("The blue/green deployment configuration is required for ECS.")
    if moves.get("greenFleetProvisioningOption"):
        _refuse_moves("greenFleetProvisioningOption is not supported for ECS.")
    ready, ended = moves.get("deploymentReadyOption") or {}, moves.get("terminateBlueInstancesOnDeploymentSuccess") or {}
    if ready.get("waitTimeInMinutes") and ready.get("actionOnTimeout") != "STOP_DEPLOYMENT":
        _refuse_moves("waitTimeInMinutes applies to the action STOP_DEPLOYMENT only.")
    if not 0 <= (ended.get("terminationWaitTimeInMinutes") or 0) <= _LONGEST_WAIT:
        _refuse_moves(f"terminationWaitTimeInMinutes must be from 0 to {_LONGEST_WAIT}.")


def _refuse_moves(text: str) -> None:
    raise AwsError("InvalidBlueGreenDeploymentConfigurationException", text)


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
