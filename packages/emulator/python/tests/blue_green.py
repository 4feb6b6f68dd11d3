"""A service that CodeDeploy deploys, for its tests."""

from __future__ import annotations

import hashlib
import json

from ecs_estate import Estate, balanced


class BlueGreen(Estate):
    """A service under CODE_DEPLOY with its pair of target groups, listeners and deployment group."""

    def __post_init__(self):
        super().__post_init__()
        self.deploy = self.aws("codedeploy")
        self.blue, self.green = self.target_group("blue"), self.target_group("green")
        balancer = self.load_balancer()
        self.production, self.test = self.listen(balancer, self.blue), self.listen(balancer, self.blue, 8443)
        self.old = self.register()
        self.create(self.old, loadBalancers=balanced(self.blue), deploymentController={"type": "CODE_DEPLOY"})
        self.look(2)
        self.deploy.create_application(applicationName="app", computePlatform="ECS")

    def group(self, **changes):
        pair = {
            "targetGroups": [{"name": "blue"}, {"name": "green"}],
            "prodTrafficRoute": {"listenerArns": [self.production]},
            "testTrafficRoute": {"listenerArns": [self.test]},
        }
        options = {
            "terminateBlueInstancesOnDeploymentSuccess": {"action": "TERMINATE", "terminationWaitTimeInMinutes": 0},
            "deploymentReadyOption": {"actionOnTimeout": "CONTINUE_DEPLOYMENT"},
        }
        wanted = {
            "applicationName": "app",
            "deploymentGroupName": "app",
            "serviceRoleArn": self.role,
            "deploymentStyle": {"deploymentType": "BLUE_GREEN", "deploymentOption": "WITH_TRAFFIC_CONTROL"},
            "blueGreenDeploymentConfiguration": options,
            "ecsServices": [{"clusterName": "main", "serviceName": "app"}],
            "loadBalancerInfo": {"targetGroupPairInfoList": [pair]},
        }
        return self.deploy.create_deployment_group(**(wanted | changes))

    def start(self, definition, port=8080, **changes):
        properties = {"TaskDefinition": definition, "LoadBalancerInfo": {"ContainerName": "app", "ContainerPort": port}}
        resource = {"TargetService": {"Type": "AWS::ECS::Service", "Properties": properties | changes}}
        content = json.dumps({"version": 0.0, "Resources": [resource]})
        held = {"content": content, "sha256": hashlib.sha256(content.encode()).hexdigest()}
        revision = {"revisionType": "AppSpecContent", "appSpecContent": held}
        return self.deploy.create_deployment(applicationName="app", deploymentGroupName="app", revision=revision)["deploymentId"]

    def get(self, number):
        return self.deploy.get_deployment(deploymentId=number)["deploymentInfo"]

    def finish(self, number):
        seen = [self.get(number)]
        while seen[-1]["status"] in ("Created", "InProgress"):
            seen.append(self.get(number))
            assert len(seen) < 10
        return [one["status"] for one in seen], seen[-1]

    def forwarded(self, listener):
        action = self.aws("elbv2").describe_listeners(ListenerArns=[listener])["Listeners"][0]["DefaultActions"][0]
        return {group["TargetGroupArn"]: group["Weight"] for group in action["ForwardConfig"]["TargetGroups"]}

    def ecs_target(self, number):
        return self.deploy.get_deployment_target(deploymentId=number, targetId="main:app")["deploymentTarget"]["ecsTarget"]
