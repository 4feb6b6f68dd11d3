import type { TaskDefinition } from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import { isRenderedFrom, type Revision, rendered } from "../../deploy/task-definition.js";

const template: TaskDefinition = {
  taskDefinitionArn: "arn:aws:ecs:eu-west-1:111111111111:task-definition/api-template:7",
  family: "api-template",
  revision: 7,
  status: "ACTIVE",
  requiresAttributes: [{ name: "com.amazonaws.ecs.capability.docker-remote-api.1.18" }],
  compatibilities: ["EC2", "FARGATE"],
  registeredAt: new Date(0),
  registeredBy: "arn:aws:iam::111111111111:role/apply",
  cpu: "256",
  memory: "512",
  networkMode: "awsvpc",
  volumes: [{ name: "tmp" }],
  runtimePlatform: { cpuArchitecture: "ARM64" },
  containerDefinitions: [
    { name: "api", image: "placeholder:1", essential: true, command: ["serve"], environment: [{ name: "A", value: "1" }] },
    { name: "proxy", image: "proxy:3", essential: true },
  ],
};
const tags = [{ key: "project", value: "shop" }];
const ours = { family: "api", container: "api", image: "shop/api:v2" };

describe("a revision that a pipeline deploys", () => {
  it("is the template with another image in the main container, in the family that runs, with the template's tags", () => {
    expect(rendered({ definition: template, tags }, ours)).toEqual({
      family: "api",
      cpu: "256",
      memory: "512",
      networkMode: "awsvpc",
      volumes: [{ name: "tmp" }],
      runtimePlatform: { cpuArchitecture: "ARM64" },
      containerDefinitions: [
        { name: "api", image: "shop/api:v2", essential: true, command: ["serve"], environment: [{ name: "A", value: "1" }] },
        { name: "proxy", image: "proxy:3", essential: true },
      ],
      tags,
    });
  });

  it("has no empty list of tags, which ECS refuses", () => {
    expect(rendered({ definition: template, tags: [] }, ours)).not.toHaveProperty("tags");
  });
});

describe("what runs, held against the template", () => {
  const running = (changes: Partial<TaskDefinition> = {}): Revision => {
    const { tags: _, ...definition } = rendered({ definition: template, tags }, ours);
    return { definition: { ...definition, revision: 12, status: "ACTIVE", ...changes }, tags: [] };
  };
  const asRunning = (revision: Revision) => isRenderedFrom({ definition: template, tags }, revision, ours.container);

  it("is the same where image and family alone differ, whoever registered it", () => {
    expect(asRunning(running({ registeredBy: "arn:aws:iam::111111111111:role/pipeline" }))).toBe(true);
  });

  it("is another one where the template has moved on", () => {
    expect(asRunning(running({ cpu: "512" }))).toBe(false);
    const [main, ...others] = running().definition.containerDefinitions ?? [];
    expect(asRunning(running({ containerDefinitions: [{ ...main, environment: [] }, ...others] }))).toBe(false);
    expect(asRunning(running({ containerDefinitions: [main ?? {}] }))).toBe(false);
  });
});
