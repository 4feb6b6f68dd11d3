import { expect, test } from "vitest";
import { sectionNames, sectionOf } from "../../sections.js";
import { load, problems } from "../folder.js";
import { pathKey } from "../written-yaml.js";
import { breaches } from "./breaches.js";
import { brokenEnvironments, filesOf, why } from "./broken-estate.js";

test("each rule of each section is broken once here", () => {
  const rules = sectionNames.flatMap((section) => sectionOf(section).rules.map(({ id }) => id));
  expect(breaches.map(({ rule }) => rule).sort()).toEqual([...new Set(rules)].sort());
});

const broken = brokenEnvironments();
const told = problems(filesOf(broken));

test.each(broken)(
  "$breach.rule, broken, is told with its file, line, column, value and fix",
  ({ breach: { rule, at, sections }, name, yaml }) => {
    const ofFile = told.filter(({ file }) => file === `environments/${name}.yaml`);
    const value = at.reduce<unknown>((data, key) => (data as Readonly<Record<string, unknown>>)[key], sections);
    expect(ofFile.map(({ path, line, column, source, fix }) => ({ path, place: `${line}:${column}`, source, fix }))).toEqual([
      {
        path: at,
        place: yaml.values.get(pathKey(at)),
        // a map is told of by its place alone
        source: typeof value === "object" ? undefined : JSON.stringify(value),
        fix: expect.stringMatching(new RegExp(`^.{8,}, or acknowledge "${rule}" with a reason$`)),
      },
    ]);
    expect(ofFile[0]?.wrong).not.toBe("");
  },
);

test("each rule is acknowledged by itself, with its reason", () => {
  const acknowledged = brokenEnvironments({ acknowledged: true });
  const { environments } = load(filesOf(acknowledged));
  expect(acknowledged.map(({ name }) => environments[name]?.acknowledged)).toEqual(breaches.map(({ rule }) => [{ rule, why }]));
});
