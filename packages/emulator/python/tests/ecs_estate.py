"""What a service needs around it, for the tests of ECS and CodeDeploy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

PUBLIC_IMAGE = "public.ecr.aws/nginx/nginx:1.27"


@dataclass
class Estate:
    aws: Any
    account: str

    def __post_init__(self):
        self.ecs = self.aws("ecs")
        ec2 = self.aws("ec2")
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.vpc = vpc
        self.subnets = [
            ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{number}.0/24", AvailabilityZone=f"eu-west-1{zone}")["Subnet"]["SubnetId"]
            for number, zone in enumerate("ab")
        ]
        self.security_group = ec2.create_security_group(GroupName="app", Description="app", VpcId=vpc)["GroupId"]
        self.ecs.create_cluster(clusterName="main")
        self.role = f"arn:aws:iam::{self.account}:role/execution"

    @property
    def network(self):
        return {"awsvpcConfiguration": {"subnets": self.subnets, "securityGroups": [self.security_group]}}

    def definition(self, family="app", **changes):
        container = {"name": "app", "image": PUBLIC_IMAGE, "portMappings": [{"containerPort": 8080, "name": "http"}]}
        container |= changes.pop("container", {})
        wanted = {
            "family": family,
            "requiresCompatibilities": ["FARGATE"],
            "networkMode": "awsvpc",
            "cpu": "256",
            "memory": "512",
            "executionRoleArn": self.role,
            "containerDefinitions": [container, *changes.pop("sidecars", [])],
        }
        return {name: value for name, value in (wanted | changes).items() if value is not None}

    def register(self, **changes):
        return self.ecs.register_task_definition(**self.definition(**changes))["taskDefinition"]["taskDefinitionArn"]

    def create(self, definition, name="app", **changes):
        wanted = {
            "cluster": "main",
            "serviceName": name,
            "taskDefinition": definition,
            "desiredCount": 1,
            "launchType": "FARGATE",
            "networkConfiguration": self.network,
        }
        wanted = {key: value for key, value in (wanted | changes).items() if value is not None}
        return self.ecs.create_service(**wanted)["service"]

    def update(self, name="app", **changes):
        return self.ecs.update_service(cluster="main", service=name, **changes)["service"]

    def look(self, times=1, name="app"):
        for _ in range(times):
            service = self.ecs.describe_services(cluster="main", services=[name])["services"][0]
        return service

    def tasks(self, status="RUNNING", name="app"):
        arns = self.ecs.list_tasks(cluster="main", serviceName=name, desiredStatus=status)["taskArns"]
        return self.ecs.describe_tasks(cluster="main", tasks=arns)["tasks"] if arns else []

    def push(self, repository="app", tag="1"):
        media = "application/vnd.oci.image.manifest.v1+json"
        manifest = json.dumps({"schemaVersion": 2, "mediaType": media, "config": {}, "layers": [], "annotations": {"tag": tag}})
        image = self.aws("ecr").put_image(repositoryName=repository, imageTag=tag, imageManifest=manifest)["image"]
        return image["imageId"]["imageDigest"]

    def target_group(self, name):
        return self.aws("elbv2").create_target_group(Name=name, Protocol="HTTP", Port=8080, VpcId=self.vpc, TargetType="ip")[
            "TargetGroups"
        ][0]["TargetGroupArn"]

    def load_balancer(self):
        balancers = self.aws("elbv2").create_load_balancer(Name="main", Scheme="internal", Subnets=self.subnets)["LoadBalancers"]
        return balancers[0]["LoadBalancerArn"]

    def listen(self, balancer, group, port=80):
        action = [{"Type": "forward", "TargetGroupArn": group}]
        made = self.aws("elbv2").create_listener(LoadBalancerArn=balancer, Protocol="HTTP", Port=port, DefaultActions=action)
        return made["Listeners"][0]["ListenerArn"]


def balanced(group, container="app", port=8080):
    return [{"targetGroupArn": group, "containerName": container, "containerPort": port}]


def primary(service):
    return next(deployment for deployment in service["deployments"] if deployment["status"] == "PRIMARY")
