"""Application Auto Scaling: tags, and policies that belong to a target.

https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html
https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DeregisterScalableTarget.html
https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html
https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html
https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-service-linked-roles.html
"""

import re

from ..call import AwsError
from ..rules import after, before, load, stub

_SERVICE = "application-autoscaling"
_KEY = ("ServiceNamespace", "ResourceId", "ScalableDimension")
_LABEL = re.compile(r"^app/[^/]+/[0-9a-f]+/targetgroup/[^/]+/[0-9a-f]+$")

# a target of ECS is a service there, in process
load("ecs")


def _backend(call):
    from moto.applicationautoscaling.models import applicationautoscaling_backends

    return applicationautoscaling_backends[call.account][call.region]


def _target(call):
    namespace, resource, dimension = (call.params[name] for name in _KEY)
    found = _backend(call).targets.get(dimension, {}).get(resource)
    return found if found is not None and found.service_namespace == namespace else None


@before(_SERVICE, "RegisterScalableTarget")
def check_capacities(call):
    known, params = _target(call), call.params
    lowest = params.get("MinCapacity", known.min_capacity if known else None)
    highest = params.get("MaxCapacity", known.max_capacity if known else None)
    if lowest is None or highest is None:
        raise AwsError("ValidationException", "ScalableTarget must have a MinCapacity and a MaxCapacity")
    if highest < lowest:
        raise AwsError("ValidationException", "Maximum capacity cannot be less than minimum capacity")


@after(_SERVICE, "RegisterScalableTarget")
def complete_target(call, answer):
    target = _target(call)
    if target.role_arn is None and target.service_namespace == "ecs":
        path = "aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService"
        target.role_arn = f"arn:aws:iam::{call.account}:role/{path}"
    if call.params.get("Tags"):
        call.kind("tags")[target.arn] = dict(call.params["Tags"])


@after(_SERVICE, "DescribeScalableTargets")
def show_suspended_state(call, answer):
    for target in answer.get("ScalableTargets", []):
        suspended = target.get("SuspendedState") or {}
        names = ("DynamicScalingInSuspended", "DynamicScalingOutSuspended", "ScheduledScalingSuspended")
        target["SuspendedState"] = {name: bool(suspended.get(name)) for name in names}


@before(_SERVICE, "DeregisterScalableTarget")
def deregister_whole(call):
    """A target goes with its policies, their alarms, its scheduled actions and its tags."""
    target, backend = _target(call), _backend(call)
    if target is None:
        raise AwsError("ObjectNotFoundException", _none_registered(call))
    call.kind("tags").pop(target.arn, None)
    for key, policy in list(backend.policies.items()):
        if _of(call, policy):
            policy.delete_alarms(call.account, call.region)
            del backend.policies[key]
    backend.scheduled_actions = [action for action in backend.scheduled_actions if not _of(call, action)]


def _of(call, thing):
    return [getattr(thing, name) for name in ("service_namespace", "resource_id", "scalable_dimension")] == [
        call.params[name] for name in _KEY
    ]


def _none_registered(call):
    namespace, resource, dimension = (call.params[name] for name in _KEY)
    return f"No scalable target registered for service namespace: {namespace}, resource ID: {resource}, scalable dimension: {dimension}"


@before(_SERVICE, "PutScalingPolicy", "PutScheduledAction")
def refuse_without_target(call):
    if _target(call) is None:
        raise AwsError("ObjectNotFoundException", _none_registered(call))


@before(_SERVICE, "PutScalingPolicy")
def check_policy(call):
    tracking = call.params.get("TargetTrackingScalingPolicyConfiguration") or {}
    metric = tracking.get("PredefinedMetricSpecification") or {}
    if metric.get("PredefinedMetricType") == "ALBRequestCountPerTarget" and not _LABEL.match(metric.get("ResourceLabel") or ""):
        text = "The resource label must be app/<load balancer>/<id>/targetgroup/<target group>/<id> for ALBRequestCountPerTarget"
        raise AwsError("ValidationException", text)
    if metric and tracking.get("CustomizedMetricSpecification"):
        raise AwsError("ValidationException", "Only one of PredefinedMetricSpecification and CustomizedMetricSpecification may be given")


@before(_SERVICE, "PutScalingPolicy")
def drop_old_alarms(call):
    """moto makes new ones with each change, and keeps the old."""
    for policy in _backend(call).policies.values():
        if policy.policy_name == call.params["PolicyName"] and _of(call, policy):
            policy.delete_alarms(call.account, call.region)


@after(_SERVICE, "DescribeScalingPolicies")
def only_those_asked_for(call, answer):
    """moto takes a resource's policies for those of every other whose name begins with its own."""
    resource, names = call.params.get("ResourceId"), call.params.get("PolicyNames")
    answer["ScalingPolicies"] = [
        policy
        for policy in answer.get("ScalingPolicies", [])
        if (not resource or policy["ResourceId"] == resource) and (not names or policy["PolicyName"] in names)
    ]


@stub(_SERVICE, "ListTagsForResource")
def list_tags(call):
    return {"Tags": _tags(call)}


@stub(_SERVICE, "TagResource")
def tag(call):
    _tags(call).update(call.params["Tags"])


@stub(_SERVICE, "UntagResource")
def untag(call):
    for key in call.params["TagKeys"]:
        _tags(call).pop(key, None)


def _tags(call):
    arn = call.params["ResourceARN"]
    targets = [target.arn for named in _backend(call).targets.values() for target in named.values()]
    if arn not in targets:
        raise AwsError("ResourceNotFoundException", f"The specified resource {arn} does not exist")
    return call.kind("tags").setdefault(arn, {})
