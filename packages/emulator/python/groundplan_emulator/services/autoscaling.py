"""Auto scaling groups, their hooks and policies, of which moto drops fields.

https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html
https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutLifecycleHook.html
https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutScalingPolicy.html
"""

from ..rules import after, before, load

# groups make instances in EC2, in process
load("ec2")

_OF_GROUP = ("DefaultInstanceWarmup", "InstanceMaintenancePolicy", "CapacityReservationSpecification", "AvailabilityZoneDistribution")
_OF_HOOK = ("NotificationTargetARN", "RoleARN", "NotificationMetadata")


@after("autoscaling", "CreateAutoScalingGroup", "UpdateAutoScalingGroup")
def remember_group(call, answer):
    kept = call.kind("group").setdefault(call.params["AutoScalingGroupName"], {})
    kept.update({name: call.params[name] for name in _OF_GROUP if call.params.get(name) is not None})
    if kept.get("DefaultInstanceWarmup") == -1:  # takes the setting back
        del kept["DefaultInstanceWarmup"]


@after("autoscaling", "DescribeAutoScalingGroups")
def show_group(call, answer):
    for group in answer.get("AutoScalingGroups", []):
        kept = call.kind("group").get(group["AutoScalingGroupName"], {})
        for name in _OF_GROUP:
            group.pop(name, None)
        group.update(kept)


@after("autoscaling", "DeleteAutoScalingGroup")
def forget_group(call, answer):
    name = call.params["AutoScalingGroupName"]
    call.kind("group").pop(name, None)
    for kind in ("hook", "policy"):
        for key in [key for key in call.kind(kind) if key[0] == name]:
            del call.kind(kind)[key]


@after("autoscaling", "CreateAutoScalingGroup")
def remember_first_hooks(call, answer):
    from moto.autoscaling.models import autoscaling_backends

    group, backend = call.params["AutoScalingGroupName"], autoscaling_backends[call.account][call.region]
    for hook in call.params.get("LifecycleHookSpecificationList") or []:
        name = hook["LifecycleHookName"]
        timeout, result = hook.get("HeartbeatTimeout") or 3600, hook.get("DefaultResult") or "ABANDON"
        backend.create_lifecycle_hook(name, group, hook["LifecycleTransition"], timeout, result)
        call.kind("hook")[(group, name)] = hook


@after("autoscaling", "PutLifecycleHook")
def remember_hook(call, answer):
    call.kind("hook")[(call.params["AutoScalingGroupName"], call.params["LifecycleHookName"])] = dict(call.params)


@after("autoscaling", "DescribeLifecycleHooks")
def show_hook(call, answer):
    for hook in answer.get("LifecycleHooks", []):
        kept = call.kind("hook").get((hook["AutoScalingGroupName"], hook["LifecycleHookName"]), {})
        for name in _OF_HOOK:
            hook.pop(name, None)  # moto invents a queue and a role
            if kept.get(name):
                hook[name] = kept[name]


@before("autoscaling", "PutScalingPolicy")
def remember_policy(call):
    call.kind("policy")[(call.params["AutoScalingGroupName"], call.params["PolicyName"])] = dict(call.params)


@after("autoscaling", "DescribePolicies")
def show_policy(call, answer):
    for policy in answer.get("ScalingPolicies", []):
        kept = call.kind("policy").get((policy["AutoScalingGroupName"], policy["PolicyName"]))
        if kept is None:
            continue
        policy["Enabled"] = kept.get("Enabled") is not False
        if not kept.get("PredictiveScalingConfiguration"):
            policy.pop("PredictiveScalingConfiguration", None)
