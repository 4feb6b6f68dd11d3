"""The one target of an ECS deployment: its service.

https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeploymentTarget.html
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BatchGetDeploymentTargets.html
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListDeploymentTargets.html
"""

from ...call import AwsError
from ...rules import stub
from . import description
from .deployments import named


@stub("codedeploy", "ListDeploymentTargets")
def list_targets(call):
    return {"targetIds": [description.target_id(named(call, call.params.get("deploymentId")))]}


@stub("codedeploy", "GetDeploymentTarget")
def get_target(call):
    return {"deploymentTarget": _target(call, call.params["targetId"])}


@stub("codedeploy", "BatchGetDeploymentTargets")
def get_targets(call):
    return {"deploymentTargets": [_target(call, name) for name in call.params.get("targetIds") or []]}


def _target(call, name):
    one = named(call, call.params.get("deploymentId"))
    if name != description.target_id(one):
        raise AwsError("DeploymentTargetDoesNotExistException", f"The deployment target {name} does not exist.")
    return description.of_target(one)
