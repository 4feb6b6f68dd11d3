import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaticSiteProps } from "../src/index.js";
import { archive, logArchive } from "./archive.js";
import { site } from "./ground.js";
import { PublishedSite } from "./published.js";

const asApp: Partial<StaticSiteProps> = {
  routing: "spa",
  basicAuth: true,
  headers: { contentSecurityPolicy: { "img-src": ["'self'", "data:"] }, frameOptions: "SAMEORIGIN" },
  cors: { origins: ["https://app.example.com"] },
  redirects: [{ from: "/old/*", to: "/new/*" }],
  domainNames: ["shop.example.com", "docs.shop.example.com"],
};

describe("a static site", () => {
  let world: World;
  let deployment: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "static-site" });
    deployment = await world.deployment(
      "site",
      site(() => ({ protect: true })),
    );
  });
  afterAll(() => world.stop());

  it("is applied, settles, and is not destroyed while it is protected", async () => {
    await deployment.apply();
    await deployment.expectEmptyPlan();
    await expect(deployment.destroy()).rejects.toThrow("Instance cannot be destroyed");
  });

  it("is published by what its parameter says", async () => {
    const published = await PublishedSite.find(world, "/site/shop-docs");
    await published.publish({ "index.html": "<h1>one</h1>", "assets/app.1f2e3d4c.js": "1" });
    await published.publish({ "index.html": "<h1>two</h1>", "assets/app.1f2e3d4c.js": "1" });
    expect((await published.versions()).filter((key) => key === "index.html")).toHaveLength(2);
  });

  it("takes another routing, headers, CORS, names and a password, and neither bucket nor distribution is replaced", async () => {
    const change = await deployment.change(site(() => asApp));
    expect(change.replace).toEqual(["aws_acm_certificate.docs_certificate", "aws_acm_certificate_validation.docs_certificate"]);
    expect(change.destroy).toEqual([]);
    expect(change.update).toContain("aws_cloudfront_distribution.docs");
    expect(change.update).toContain("aws_cloudfront_function.docs");
    await deployment.expectEmptyPlan();
  });

  it("delivers its logs to another account's archive, and the log bucket stands", async () => {
    await (await world.deployment("archive", archive)).apply();
    const change = await deployment.change(site(() => ({ ...asApp, logArchive })));
    expect(change).toMatchObject({
      create: [],
      update: ["aws_s3_bucket_policy.docs_logs"],
      replace: ["aws_cloudwatch_log_delivery.docs"],
      destroy: ["aws_cloudwatch_log_delivery_destination.docs"],
    });
    await deployment.expectEmptyPlan();
  });

  it("is destroyed with all that was published", async () => {
    await deployment.destroy();
  });
});
