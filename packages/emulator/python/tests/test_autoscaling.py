import pytest


@pytest.fixture
def group(aws):
    ec2 = aws("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
    own = [{"ResourceType": "launch-template", "Tags": [{"Key": "Name", "Value": "own"}]}]
    ec2.create_launch_template(LaunchTemplateName="nat", LaunchTemplateData={"ImageId": "ami-12c6146b"}, TagSpecifications=own)
    return {
        "AutoScalingGroupName": "nat",
        "MinSize": 1,
        "MaxSize": 1,
        "VPCZoneIdentifier": subnet,
        "LaunchTemplate": {"LaunchTemplateName": "nat"},
    }


def shown(client):
    return client.describe_auto_scaling_groups(AutoScalingGroupNames=["nat"])["AutoScalingGroups"][0]


def test_a_group_keeps_warmup_and_maintenance_policy_until_they_change(aws, group):
    client = aws("autoscaling")
    policy = {"MinHealthyPercentage": 0, "MaxHealthyPercentage": 100}
    client.create_auto_scaling_group(**group, DefaultInstanceWarmup=30, InstanceMaintenancePolicy=policy)
    assert (shown(client)["DefaultInstanceWarmup"], shown(client)["InstanceMaintenancePolicy"]) == (30, policy)
    client.update_auto_scaling_group(AutoScalingGroupName="nat", DefaultInstanceWarmup=60)
    assert shown(client)["DefaultInstanceWarmup"] == 60
    client.update_auto_scaling_group(AutoScalingGroupName="nat", DefaultInstanceWarmup=-1)
    assert "DefaultInstanceWarmup" not in shown(client)


def test_a_hook_notifies_nobody_unless_told_to(aws, group):
    client = aws("autoscaling")
    first = {"LifecycleHookName": "up", "LifecycleTransition": "autoscaling:EC2_INSTANCE_LAUNCHING", "HeartbeatTimeout": 300}
    client.create_auto_scaling_group(**group, LifecycleHookSpecificationList=[first])
    second = {"LifecycleHookName": "down", "LifecycleTransition": "autoscaling:EC2_INSTANCE_TERMINATING"}
    topic = "arn:aws:sns:eu-west-1:123456789012:topic"
    client.put_lifecycle_hook(AutoScalingGroupName="nat", **second, NotificationTargetARN=topic)
    hooks = {hook["LifecycleHookName"]: hook for hook in client.describe_lifecycle_hooks(AutoScalingGroupName="nat")["LifecycleHooks"]}
    assert "NotificationTargetARN" not in hooks["up"] and "RoleARN" not in hooks["up"]
    assert hooks["down"]["NotificationTargetARN"] == topic and "RoleARN" not in hooks["down"]


def test_a_group_puts_an_instance_into_its_subnet_and_takes_it_away(aws, group, refused):
    client, ec2 = aws("autoscaling"), aws("ec2")
    client.create_auto_scaling_group(**group)
    assert len(shown(client)["Instances"]) == 1
    with refused("DependencyViolation"):
        ec2.delete_subnet(SubnetId=group["VPCZoneIdentifier"])
    client.delete_auto_scaling_group(AutoScalingGroupName="nat", ForceDelete=True)
    ec2.delete_subnet(SubnetId=group["VPCZoneIdentifier"])


def test_a_templates_own_tags_are_not_its_instances(aws, group):
    versions = aws("ec2").describe_launch_template_versions(LaunchTemplateName="nat")["LaunchTemplateVersions"]
    assert "TagSpecifications" not in versions[0]["LaunchTemplateData"]
