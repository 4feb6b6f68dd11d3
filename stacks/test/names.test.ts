import { expect, test } from "vitest";
import { sectionOf } from "../../environments/sections.js";
import { ownStack } from "./synthesized.js";

test.each([
  ["databases", "main", "local-database-main", "aws_db_instance", "identifier"],
  ["services", "hello", "local-service-hello", "aws_ecs_service", "name"],
  ["sites", "docs", "local-site-docs", "aws_cloudfront_origin_access_control", "name"],
  ["cluster", "", "local-cluster", "aws_ecs_cluster", "name"],
] as const)("of %s the names that are checked are those that are given", (section, entry, stack, type, property) => {
  const place = { project: "shop", environment: "local", region: "eu-west-1", entry };
  const { name } = sectionOf(section).wire(place, {});
  expect(ownStack(stack).template).toHaveResource(type, { [property]: name });
});
