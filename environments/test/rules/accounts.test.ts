import { rules } from "@groundplan/account-baseline/config";
import { expect, test } from "vitest";
import { load, problems } from "../folder.js";
import { pathKey, writeYaml } from "../written-yaml.js";
import { accountBreaches, soundBaseline } from "./account-breaches.js";
import { why } from "./broken-estate.js";

const base = { project: "shop", rootDomain: "shop.example.com", repository: "github.com/example/shop" };
const nameOf = (index: number): string => `a${index}`;

/** An account a breach, all in one estate. */
function estateOf({ acknowledged = false, emulatorOnly = false } = {}) {
  const accounts = accountBreaches.map(({ rule, baseline }, index) => {
    const account = { id: `1111111111${10 + index}`, kind: "workload", region: "eu-west-1", emulatorOnly };
    const acknowledge = acknowledged ? { acknowledge: [{ rule, why }] } : {};
    return [nameOf(index), { ...account, ...acknowledge, baseline: { ...soundBaseline, ...baseline } }];
  });
  return writeYaml({ ...base, accounts: Object.fromEntries(accounts) });
}

test("each rule of the baseline is broken once here", () => {
  expect(accountBreaches.map(({ rule }) => rule).sort()).toEqual(rules.map(({ id }) => id).sort());
});

const yaml = estateOf();
const told = problems({ "estate.yaml": yaml.text });

test.each(accountBreaches.map((breach, index) => ({ ...breach, name: nameOf(index) })))(
  "$rule, broken, is told with its line, column, value and fix",
  ({ rule, baseline, at, name }) => {
    const path = ["accounts", name, "baseline", ...at];
    const ofAccount = told.filter((problem) => problem.path[1] === name);
    const value = at.reduce<unknown>((data, key) => (data as Readonly<Record<string, unknown>>)[key], baseline);
    expect(ofAccount.map(({ line, column, source, fix }) => ({ place: `${line}:${column}`, source, fix }))).toEqual([
      {
        // what is missing is told of where it should be
        place: value === undefined ? yaml.keys.get(pathKey(path.slice(0, -1))) : yaml.values.get(pathKey(path)),
        source: value === undefined || typeof value === "object" ? undefined : JSON.stringify(value),
        fix: expect.stringMatching(new RegExp(`^.{8,}, or acknowledge "${rule}" with a reason$`)),
      },
    ]);
  },
);

test("each is acknowledged by itself, with its reason", () => {
  const { accounts } = load({ "estate.yaml": estateOf({ acknowledged: true }).text });
  expect(accountBreaches.map((_, index) => accounts[nameOf(index)]?.baseline?.acknowledged)).toEqual(
    accountBreaches.map(({ rule }) => [{ rule, why }]),
  );
});

test("none holds where only the emulator plays the account", () => {
  const { accounts } = load({ "estate.yaml": estateOf({ emulatorOnly: true }).text });
  for (const { baseline } of Object.values(accounts)) expect(baseline).toMatchObject({ acknowledged: [], notices: [] });
});

test("what only a further region breaks is told there", () => {
  const account = { id: "111111111111", kind: "workload", region: "eu-west-1", regions: ["eu-central-1"] };
  const baseline = { ...soundBaseline, inRegions: { "eu-central-1": { audit: { guardDuty: { enabled: false } } } } };
  const [problem, ...others] = problems({ "estate.yaml": writeYaml({ ...base, accounts: { a: { ...account, baseline } } }).text });
  expect(others).toEqual([]);
  expect(problem?.path).toEqual(["accounts", "a", "baseline", "inRegions", "eu-central-1", "audit"]);
});

test("a rule that is broken nowhere is told of where it is acknowledged", () => {
  const acknowledge = [{ rule: "account-baseline-protected", why }];
  const account = { id: "111111111111", kind: "workload", region: "eu-west-1", acknowledge, baseline: soundBaseline };
  const { accounts } = load({ "estate.yaml": writeYaml({ ...base, accounts: { a: account } }).text });
  expect(accounts["a"]?.baseline?.notices).toEqual(['"account-baseline-protected" is acknowledged, and not broken; take it out']);
});

test("a rule that there is not is told of with the nearest", () => {
  const acknowledge = [{ rule: "account-baseline-protect", why }];
  const account = { id: "111111111111", kind: "workload", region: "eu-west-1", acknowledge, baseline: soundBaseline };
  const [problem] = problems({ "estate.yaml": writeYaml({ ...base, accounts: { a: account } }).text });
  expect(problem).toMatchObject({ path: ["accounts", "a", "acknowledge", 0, "rule"], wrong: "is no production rule" });
  expect(problem?.fix).toContain("account-baseline-protected");
});
