import { expect, test } from "vitest";
import { load, place, report } from "./folder.js";

const images = (...names: readonly string[]): string =>
  `${place("shared", true)}ecr: { repositories: { ${names.map((name) => `${name}: {}`).join(", ")} } }\n`;

test("a repository stands once in the estate, since services name it alone", () => {
  expect(load({ "a.yaml": images("api"), "b.yaml": images("web") }).environments).toHaveProperty("b");
  expect(report({ "a.yaml": images("api", "web"), "b.yaml": images("web") })).toEqual([
    expect.stringContaining(
      "environments/b.yaml:5:24  ecr.repositories.web  is a repository of a already, and services could not tell them apart; give it another name",
    ),
  ]);
});
