import type { DeployedService } from "../../deploy/service-parameter.js";

/** A service that a pipeline deploys. */
export const deployed: DeployedService = {
  service: "dev-api",
  cluster: "dev",
  family: "dev-api",
  revision: "arn:aws:ecs:eu-west-1:111111111111:task-definition/dev-api-template:7",
  container: "api",
  port: 8080,
  imageOwner: "pipeline",
  repositoryUrl: "222222222222.dkr.ecr.eu-west-1.amazonaws.com/shop/api",
  deployment: "canary",
  codeDeploy: { application: "dev-api", deploymentGroup: "dev-api" },
  capacityProviderStrategy: [
    { capacityProvider: "FARGATE", base: 2, weight: 1 },
    { capacityProvider: "FARGATE_SPOT", weight: 3 },
  ],
  subnets: ["subnet-1", "subnet-2"],
  securityGroups: ["sg-1"],
};
