import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { load } from "./folder.js";

test("the environment that the README shows is right as it stands, beside the one that has its images and the root's zone", () => {
  const readme = readFileSync("README.md", "utf8");
  const [, shown = ""] = /```yaml\n( *# yaml-language-server[\s\S]*?)```/.exec(readme) ?? [];
  const files = { "prod.yaml": shown.replace(/^ {3}/gm, ""), "shared.yaml": readFileSync("environments/shared.yaml", "utf8") };
  expect(load(files).environments["prod"]).toMatchObject({ production: true, services: { web: { port: 8080 } } });
});
