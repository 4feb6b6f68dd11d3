import json

import pytest
from ecs_estate import balanced


def test_a_family_means_its_newest_active_revision(estate, says):
    first, second = estate.register(), estate.register()
    assert estate.create("app")["taskDefinition"] == second
    estate.ecs.deregister_task_definition(taskDefinition=second)
    assert estate.ecs.describe_task_definition(taskDefinition="app")["taskDefinition"]["taskDefinitionArn"] == first
    with says("ClientException", "TaskDefinition is inactive"):
        estate.create(second, name="other")


def test_a_service_needs_its_cluster_its_revision_and_a_name_of_its_own(estate, says):
    definition = estate.register()
    with says("ClusterNotFoundException", "Cluster not found."):
        estate.create(definition, cluster="none")
    with says("ClientException", "TaskDefinition not found."):
        estate.create("none:1")
    with says("InvalidParameterException", "Invalid service name"):
        estate.create(definition, name="a.b")
    estate.create(definition)
    with says("InvalidParameterException", "Creation of service was not idempotent."):
        estate.create(definition)


def test_a_target_group_must_be_reached_and_its_container_and_port_be_there(estate, says, aws):
    definition, group = estate.register(), estate.target_group("app")
    with says("InvalidParameterException", f"The target group with targetGroupArn {group} does not have an associated load balancer."):
        estate.create(definition, loadBalancers=balanced(group))
    listener = estate.listen(estate.load_balancer(), group)
    with says("InvalidParameterException", "The container web does not exist in the task definition."):
        estate.create(definition, loadBalancers=balanced(group, container="web"))
    with says("InvalidParameterException", "The container app did not have a container port 80 defined."):
        estate.create(definition, loadBalancers=balanced(group, port=80))
    estate.create(definition, loadBalancers=balanced(group))
    estate.look(2)
    targets = aws("elbv2").describe_target_health(TargetGroupArn=group)["TargetHealthDescriptions"]
    addresses = [target["Target"]["Id"] for target in targets]
    assert addresses == [estate.tasks()[0]["containers"][0]["networkInterfaces"][0]["privateIpv4Address"]]
    aws("elbv2").delete_listener(ListenerArn=listener)
    with says("InvalidParameterException", "does not have an associated load balancer"):
        estate.create(definition, name="other", loadBalancers=balanced(group))
    with says("InvalidParameterException", "does not have an associated load balancer"):
        estate.update(taskDefinition=estate.register(memory="1024"))
    assert estate.update(desiredCount=0)["desiredCount"] == 0


def test_a_target_group_of_instances_is_none_for_fargate(estate, says, aws):
    group = aws("elbv2").create_target_group(Name="app", Protocol="HTTP", Port=80, VpcId=estate.vpc)["TargetGroups"][0]["TargetGroupArn"]
    estate.listen(estate.load_balancer(), group)
    with says("InvalidParameterException", "has target type instance, which is incompatible with the awsvpc network mode"):
        estate.create(estate.register(), loadBalancers=balanced(group))


def test_a_service_needs_subnets_and_groups_that_stand(estate, says):
    definition = estate.register()
    with says("InvalidParameterException", "Network Configuration must be provided"):
        estate.create(definition, networkConfiguration=None)
    with says("InvalidParameterException", "Error retrieving subnet information for [subnet-1]"):
        estate.create(definition, networkConfiguration={"awsvpcConfiguration": {"subnets": ["subnet-1"]}})
    network = {"awsvpcConfiguration": {"subnets": estate.subnets, "securityGroups": ["sg-1"]}}
    with says("InvalidParameterException", "Error retrieving security group information for [sg-1]"):
        estate.create(definition, networkConfiguration=network)


def test_running_tasks_hold_their_security_group_and_subnet(estate, aws, refused):
    estate.create(estate.register())
    estate.look(2)
    with refused("DependencyViolation"):
        aws("ec2").delete_security_group(GroupId=estate.security_group)
    estate.ecs.delete_service(cluster="main", service="app", force=True)
    aws("ec2").delete_security_group(GroupId=estate.security_group)


def test_commands_need_a_task_role(estate, says):
    without, with_role = estate.register(), estate.register(taskRoleArn=estate.role)
    with says("InvalidParameterException", "The service couldn't be created because a valid taskRoleArn is not being used."):
        estate.create(without, enableExecuteCommand=True)
    estate.create(without)
    with says("InvalidParameterException", "The service couldn't be updated because a valid taskRoleArn is not being used."):
        estate.update(enableExecuteCommand=True)
    assert estate.update(enableExecuteCommand=True, taskDefinition=with_role)["enableExecuteCommand"] is True
    run = {"cluster": "main", "launchType": "FARGATE", "networkConfiguration": estate.network, "enableExecuteCommand": True}
    with says("InvalidParameterException", "The execute command failed because a valid task role is not being used."):
        estate.ecs.run_task(taskDefinition=without, **run)
    estate.ecs.run_task(taskDefinition=without, overrides={"taskRoleArn": estate.role}, **run)


def test_a_task_is_run_with_overrides_of_its_own_containers(estate, says):
    run = {"cluster": "main", "taskDefinition": estate.register(), "launchType": "FARGATE", "networkConfiguration": estate.network}
    with says("InvalidParameterException", "Override for container named web is not a container in the TaskDefinition."):
        estate.ecs.run_task(overrides={"containerOverrides": [{"name": "web", "command": ["true"]}]}, **run)


def test_so_many_are_described_at_once(estate, says):
    with says("InvalidParameterException", "1 to 10 items"):
        estate.ecs.describe_services(cluster="main", services=[f"app-{number}" for number in range(11)])
    with says("InvalidParameterException", "at most 100 items"):
        estate.ecs.describe_tasks(cluster="main", tasks=[f"task-{number}" for number in range(101)])


def test_service_connect_needs_its_namespace_and_a_named_port(estate, says, aws):
    discovery = aws("servicediscovery")
    discovery.create_http_namespace(Name="apps")
    namespace = discovery.list_namespaces()["Namespaces"][0]["Arn"]
    definition = estate.register()

    def connect(port, namespace):
        return {"enabled": True, "namespace": namespace, "services": [{"portName": port, "clientAliases": [{"port": 80}]}]}

    with says("NamespaceNotFoundException", "other"):
        estate.create(definition, serviceConnectConfiguration=connect("http", "other"))
    with says("InvalidParameterException", "The portName grpc"):
        estate.create(definition, serviceConnectConfiguration=connect("grpc", namespace))
    made = estate.create(definition, serviceConnectConfiguration=connect("http", namespace))
    assert made["deployments"][0]["serviceConnectConfiguration"]["namespace"] == namespace


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"deploymentConfiguration": {"deploymentCircuitBreaker": {"enable": True, "rollback": True}}}, "DeploymentCircuitBreaker"),
        ({"deploymentConfiguration": {"alarms": {"enable": True, "rollback": True, "alarmNames": ["a"]}}}, "DeploymentAlarms"),
        ({"serviceConnectConfiguration": {"enabled": True, "namespace": "a"}}, "Service Connect"),
        ({"loadBalancers": [*balanced("a"), *balanced("b")]}, "at most 1"),
    ],
)
def test_codedeploy_has_no_features_of_the_ecs_controller(estate, says, changes, text):
    with says("InvalidParameterException", text):
        estate.create(estate.register(), deploymentController={"type": "CODE_DEPLOY"}, **changes)


def test_under_codedeploy_a_revision_is_not_updated_but_deployed(estate, says):
    group = estate.target_group("app")
    estate.listen(estate.load_balancer(), group)
    estate.create(estate.register(), deploymentController={"type": "CODE_DEPLOY"}, loadBalancers=balanced(group))
    end = "on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment."
    refusals = {
        "taskDefinition": (estate.register(), "Unable to update task definition"),
        "networkConfiguration": (estate.network, "Unable to update network parameters"),
        "loadBalancers": (balanced(group), "Unable to update load balancers"),
        "platformVersion": ("1.4.0", "Unable to update platform version"),
        "forceNewDeployment": (True, "Cannot force a new deployment"),
    }
    for name, (value, text) in refusals.items():
        with says("InvalidParameterException", f"{text} {end}"):
            estate.update(**{name: value})
    assert estate.update(desiredCount=2, healthCheckGracePeriodSeconds=30, forceNewDeployment=False)["desiredCount"] == 2


def test_a_grace_period_is_for_load_balancers_and_two_percentages_must_leave_room(estate, says):
    definition = estate.register()
    with says("InvalidParameterException", "Health check grace period is only valid"):
        estate.create(definition, healthCheckGracePeriodSeconds=30)
    with says("InvalidParameterException", "maximumPercent"):
        estate.create(definition, deploymentConfiguration={"maximumPercent": 100, "minimumHealthyPercent": 100})
    whole = {"maximumPercent": 100, "minimumHealthyPercent": 50}
    with says("InvalidParameterException", "Availability Zone rebalancing"):
        estate.create(definition, deploymentConfiguration=whole, availabilityZoneRebalancing="ENABLED")
    estate.create(definition, deploymentConfiguration=whole)
    with says("InvalidParameterException", "Availability Zone rebalancing"):
        estate.update(availabilityZoneRebalancing="ENABLED")


def trusting(service, **condition):
    statement = {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole", **condition}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


@pytest.mark.parametrize(
    ("trust", "runs"),
    [
        (lambda account: trusting("ecs-tasks.amazonaws.com"), True),
        (lambda account: trusting("ecs.amazonaws.com"), False),
        (lambda account: trusting("ecs-tasks.amazonaws.com", Condition={"StringEquals": {"aws:SourceAccount": "210987654321"}}), False),
        (lambda account: trusting("ecs-tasks.amazonaws.com", Condition={"ArnLike": {"aws:SourceArn": f"arn:aws:ecs:*:{account}:*"}}), True),
    ],
)
def test_a_role_must_let_tasks_assume_it(estate, aws, account, says, trust, runs):
    aws("iam").create_role(RoleName="execution", AssumeRolePolicyDocument=trust(account))
    definition = estate.register()
    estate.create(definition)
    assert estate.look(2)["runningCount"] == (1 if runs else 0)
    wanted = {"cluster": "main", "taskDefinition": definition, "launchType": "FARGATE", "networkConfiguration": estate.network}
    if runs:
        estate.ecs.run_task(**wanted)
    else:
        assert "ECS was unable to assume the role" in estate.look()["events"][1]["message"]
        with says("ClientException", "ECS was unable to assume the role"):
            estate.ecs.run_task(**wanted)
