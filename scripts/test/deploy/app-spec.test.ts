import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { appSpec } from "../../deploy/app-spec.js";
import { deployed } from "./deployed.js";

const revision = "arn:aws:ecs:eu-west-1:111111111111:task-definition/dev-api:8";

it("CodeDeploy is told of the revision, of whom traffic goes to, and of where the tasks run", () => {
  const { revisionType, appSpecContent } = appSpec(deployed, revision);
  expect(revisionType).toBe("AppSpecContent");
  expect(JSON.parse(appSpecContent?.content ?? "")).toEqual({
    version: 0,
    Resources: [
      {
        TargetService: {
          Type: "AWS::ECS::Service",
          Properties: {
            TaskDefinition: revision,
            LoadBalancerInfo: { ContainerName: "api", ContainerPort: 8080 },
            NetworkConfiguration: {
              AwsvpcConfiguration: { Subnets: ["subnet-1", "subnet-2"], SecurityGroups: ["sg-1"], AssignPublicIp: "DISABLED" },
            },
            CapacityProviderStrategy: [
              { CapacityProvider: "FARGATE", Base: 2, Weight: 1 },
              { CapacityProvider: "FARGATE_SPOT", Base: 0, Weight: 3 },
            ],
          },
        },
      },
    ],
  });
});

it("CodeDeploy checks the content by its hash", () => {
  const { content = "", sha256 } = appSpec(deployed, revision).appSpecContent ?? {};
  expect(sha256).toBe(createHash("sha256").update(content).digest("hex"));
});

it("a service without a strategy keeps its launch type", () => {
  expect(appSpec({ ...deployed, capacityProviderStrategy: [] }, revision).appSpecContent?.content).not.toContain("CapacityProvider");
});
