import pytest
from ecs_estate import Estate

TARGET = {"ServiceNamespace": "ecs", "ResourceId": "service/main/app", "ScalableDimension": "ecs:service:DesiredCount"}
CPU = {"PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"}, "TargetValue": 60.0}


@pytest.fixture
def scaling(aws, account):
    estate = Estate(aws, account)
    definition = estate.register()
    for name in ("app", "app2"):
        estate.create(definition, name=name)
    return aws("application-autoscaling")


def register(scaling, **changes):
    return scaling.register_scalable_target(**({**TARGET, "MinCapacity": 1, "MaxCapacity": 4} | changes))["ScalableTargetARN"]


def put(scaling, name="cpu", configuration=CPU, **changes):
    given = {"PolicyType": "TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration": configuration}
    return scaling.put_scaling_policy(**TARGET | changes, PolicyName=name, **given)


def test_a_target_is_a_service_that_stands_with_a_range_that_is_one(scaling, refused):
    with refused("ValidationException"):
        register(scaling, ResourceId="service/main/none")
    with refused("ValidationException"):
        register(scaling, MinCapacity=5)
    with refused("ValidationException"):
        scaling.register_scalable_target(**TARGET, MinCapacity=1)
    register(scaling)
    with refused("ValidationException"):
        scaling.register_scalable_target(**TARGET, MinCapacity=5)
    scaling.register_scalable_target(**TARGET, MaxCapacity=8)
    (target,) = scaling.describe_scalable_targets(ServiceNamespace="ecs")["ScalableTargets"]
    assert (target["MinCapacity"], target["MaxCapacity"]) == (1, 8)
    assert target["RoleARN"].endswith("/AWSServiceRoleForApplicationAutoScaling_ECSService")
    assert target["SuspendedState"]["ScheduledScalingSuspended"] is False


def test_a_target_has_tags(scaling, refused):
    arn = register(scaling, Tags={"a": "1"})
    scaling.tag_resource(ResourceARN=arn, Tags={"b": "2"})
    scaling.untag_resource(ResourceARN=arn, TagKeys=["a"])
    assert scaling.list_tags_for_resource(ResourceARN=arn)["Tags"] == {"b": "2"}
    with refused("ResourceNotFoundException"):
        scaling.list_tags_for_resource(ResourceARN=f"{arn}x")


def test_policies_and_actions_are_of_a_target_and_go_with_it(scaling, aws, refused):
    action = {**TARGET, "ScheduledActionName": "night", "Schedule": "rate(1 day)", "ScalableTargetAction": {"MinCapacity": 1}}
    with refused("ObjectNotFoundException"):
        put(scaling)
    with refused("ObjectNotFoundException"):
        scaling.put_scheduled_action(**action)
    register(scaling)
    put(scaling)
    put(scaling, configuration={**CPU, "TargetValue": 70.0})
    scaling.put_scheduled_action(**action)
    alarms = aws("cloudwatch").describe_alarms()["MetricAlarms"]
    assert len(alarms) == 2, "a change makes no second pair"
    scaling.deregister_scalable_target(**TARGET)
    assert scaling.describe_scaling_policies(ServiceNamespace="ecs")["ScalingPolicies"] == []
    assert scaling.describe_scheduled_actions(ServiceNamespace="ecs")["ScheduledActions"] == []
    assert aws("cloudwatch").describe_alarms()["MetricAlarms"] == []
    with refused("ObjectNotFoundException"):
        scaling.deregister_scalable_target(**TARGET)


def test_a_services_policies_are_not_those_of_one_whose_name_begins_alike(scaling):
    longer = {"ResourceId": "service/main/app2"}
    register(scaling)
    register(scaling, **longer)
    put(scaling)
    put(scaling, **longer)
    found = scaling.describe_scaling_policies(ServiceNamespace="ecs", **longer)["ScalingPolicies"]
    assert [policy["ResourceId"] for policy in found] == ["service/main/app2"]


def test_requests_per_target_need_the_target_groups_label(scaling, refused):
    register(scaling)
    metric = {"PredefinedMetricType": "ALBRequestCountPerTarget"}
    with refused("ValidationException"):
        put(scaling, configuration={"PredefinedMetricSpecification": metric, "TargetValue": 1000.0})
    label = "app/main/0123456789abcdef/targetgroup/app/0123456789abcdef"
    put(scaling, configuration={"PredefinedMetricSpecification": {**metric, "ResourceLabel": label}, "TargetValue": 1000.0})
