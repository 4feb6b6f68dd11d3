import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaticSiteProps } from "../src/index.js";
import { site } from "./ground.js";
import { PublishedSite } from "./published.js";

const replicated = (changes: Partial<StaticSiteProps> = {}) =>
  site((stack: TerraformStack) => ({
    encryption: "kms",
    logs: { format: "parquet" },
    webAcl: { alarms: { blockedRequests: 500 }, deny: ["192.0.2.0/24"] },
    zoneProvider: new AwsProvider(stack, "zone-writer", { region: "eu-west-1", alias: "zone" }),
    replicaProvider: new AwsProvider(stack, "frankfurt", { region: "eu-central-1", alias: "frankfurt" }),
    ...changes,
  }));

describe("a site that is encrypted by keys and replicated", () => {
  let world: World;
  let deployment: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "site-replicated" });
    deployment = await world.deployment("site", replicated());
  });
  afterAll(() => world.stop());

  it("is applied, and settles", async () => {
    await deployment.apply();
    await deployment.expectEmptyPlan();
  });

  it("is published as any other", async () => {
    const published = await PublishedSite.find(world, "/site/shop-docs");
    expect(published.site.encryptionKeyArn).toMatch(/^arn:aws:kms:eu-west-1:111111111111:key\//);
    await published.publish({ "index.html": "<h1>one</h1>", "docs/index.html": "<h1>docs</h1>" });
    expect(await published.versions()).toEqual(expect.arrayContaining(["docs/index.html", "index.html"]));
  });

  it("takes other logs and lifetimes, and no bucket is replaced", async () => {
    const change = await deployment.change(replicated({ logs: { format: "json" }, oldVersionsExpireAfterDays: 180, keep: { days: 60 } }));
    expect(change.replace).toEqual(["aws_cloudwatch_log_delivery.docs", "aws_cloudwatch_log_delivery_destination.docs"]);
    expect(change.update).toContain("aws_s3_bucket_lifecycle_configuration.docs_replica");
    await deployment.expectEmptyPlan();
  });

  it("is destroyed with all that was published", async () => {
    await deployment.destroy();
  });
});
