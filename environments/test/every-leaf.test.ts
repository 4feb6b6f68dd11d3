import { describe, expect, test } from "vitest";
import type { LocatedProblem } from "../load.js";
import { environmentSchema, estateSchema } from "../schema.js";
import { type Fault, faultsOf } from "./faults.js";
import { problems } from "./folder.js";
import { pathKey, type WrittenYaml, writeYaml } from "./written-yaml.js";

const account = { id: "111111111111", kind: "workload", region: "eu-west-1" };
const estate = { project: "a", rootDomain: "a.example.com", repository: "github.com/example/shop", accounts: { a: account } };

/** Where a fault is told: at the value, at an unknown key, at the parent of what is missing. */
function expectedPlaces({ kind, path }: Fault, { keys, values }: WrittenYaml): (string | undefined)[] {
  if (kind === "missing") return [keys.get(pathKey(path.slice(0, -1))) ?? "1:1"];
  if (kind === "unknown") return [keys.get(pathKey(path))];
  return [values.get(pathKey(path)), keys.get(pathKey(path))];
}

function isTold(fault: Fault, yaml: WrittenYaml, told: readonly LocatedProblem[]): boolean {
  const paths = [fault.path, fault.union].filter((path) => path !== undefined).map(pathKey);
  // of a union, the branch that comes nearest may be told of, and what is wrong in it
  const isBeneath = (path: Fault["path"]): boolean => pathKey(path.slice(0, fault.path.length)) === pathKey(fault.path);
  const places = expectedPlaces(fault, yaml);
  return told.some(({ path, line, column, wrong }) => {
    const isThere = places.includes(`${line}:${column}`) || fault.union !== undefined;
    return (paths.includes(pathKey(path)) || isBeneath(path)) && isThere && wrong !== "";
  });
}

describe("each leaf of the environment's schema", () => {
  const faults = faultsOf(environmentSchema);
  const files = faults.map((fault, index) => ({ fault, name: `e${index}.yaml`, yaml: writeYaml(fault.data) }));

  test("has faults to try", () => {
    expect(faults.filter(({ kind }) => kind === "missing").length).toBeGreaterThan(8);
    expect(faults.filter(({ kind }) => kind === "wrong").length).toBeGreaterThan(100);
    expect(faults.filter(({ kind }) => kind === "unknown").length).toBeGreaterThan(10);
  });

  test("missing, wrong or unknown: all are told in one run, each with its file, line, column and path", () => {
    const all = problems({
      "estate.yaml": writeYaml(estate).text,
      ...Object.fromEntries(files.map(({ name, yaml }) => [name, yaml.text])),
    });
    const untold = files
      .map(({ fault, name, yaml }) => ({ fault, yaml, told: all.filter(({ file }) => file === `environments/${name}`) }))
      .filter(({ fault, yaml, told }) => !isTold(fault, yaml, told))
      .map(({ fault, yaml, told }) => ({ fault: `${fault.kind} ${fault.path.join(".")}`, text: yaml.text, told }));
    expect(untold).toEqual([]);
  });
});

describe("each leaf of the estate's schema", () => {
  test("missing, wrong or unknown: it is told with its file, line, column and path", () => {
    const untold = faultsOf(estateSchema).filter((fault) => {
      const yaml = writeYaml(fault.data);
      return !isTold(fault, yaml, problems({ "estate.yaml": yaml.text }));
    });
    expect(untold).toEqual([]);
  });
});
