import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Account } from "../../../environments/schema.js";
import { accountIn } from "../../adopt/account.js";
import { type Adoption, adoptionText, exitCodeOf, treeOf } from "../../adopt/adoption.js";
import { regionsOn } from "../../adopt/regions.js";
import { PlayedAws } from "./played-aws.js";

const adoption: Adoption = {
  account: "account-prod",
  accountId: "555555555555",
  regions: ["eu-west-1"],
  regionsOff: [],
  file: "environments/estate.yaml",
  status: "nothing to write",
  existing: {},
  kept: [],
  notes: [],
  unanswered: [],
};

describe("what came of an adoption", () => {
  it("is told as YAML, with what is kept, what is off and what is not known", () => {
    const text = adoptionText({
      ...adoption,
      status: "written",
      existing: treeOf([
        { path: ["detector", "eu-west-1"], value: "1" },
        { path: ["users"], value: "alice", listed: true },
        { path: ["users"], value: "bob", listed: true },
      ]),
      kept: ["existing.trail"],
      regionsOff: ["eu-south-1"],
      notes: ["something"],
      unanswered: [{ what: "Macie", region: "eu-west-1", why: "denied; allow macie2:GetMacieSession, and adopt again" }],
    });
    expect(text.split("\n")).toEqual([
      "account-prod (555555555555), eu-west-1: written, as far as was answered",
      "environments/estate.yaml, accounts.prod.baseline:",
      "  existing:",
      "    detector:",
      '      eu-west-1: "1"',
      "    users:",
      "      - alice",
      "      - bob",
      "kept: existing.trail",
      'note: eu-south-1 is off in this account; switch it on, or take it out of "regions"',
      "note: something",
      "not known: whether Macie stands in eu-west-1: denied; allow macie2:GetMacieSession, and adopt again",
      "next: groundplan plan account-prod, which imports them",
    ]);
  });

  it("is 2 where there is something to write, and 1 where something was not answered", () => {
    expect(exitCodeOf(adoption)).toBe(0);
    expect(exitCodeOf({ ...adoption, status: "written" })).toBe(0);
    expect(exitCodeOf({ ...adoption, status: "to be written" })).toBe(2);
    expect(exitCodeOf({ ...adoption, status: "to be written", unanswered: [{ what: "it", region: "r", why: "no" }] })).toBe(1);
  });
});

describe("the account that is meant", () => {
  const account = (name: string, more: object = {}) => ({
    name,
    id: "1",
    kind: "workload",
    region: "r",
    regions: [],
    emulatorOnly: false,
    ...more,
  });
  const prod = account("prod", { baseline: {} }) as unknown as Account;
  const nonprod = account("nonprod") as Account;
  const estate = { accounts: { prod, nonprod }, environments: { dev: { account: nonprod } } } as unknown as Parameters<typeof accountIn>[0];

  it("is called by its name, also as beside environments", () => {
    expect(accountIn(estate, "prod").account).toBe(prod);
    expect(accountIn(estate, "account-prod").account).toBe(prod);
  });

  it("is told where there is none, or it has no baseline", () => {
    expect(() => accountIn(estate, "prd")).toThrow('there is no account "prd"; did you mean "prod"? there are prod, nonprod');
    expect(() => accountIn(estate, "dev")).toThrow('"dev" is an environment of account "nonprod"; adopt account-nonprod');
    expect(() => accountIn(estate, "nonprod")).toThrow(
      'account "nonprod" has no baseline, which would import what stands; write "baseline: {}" under accounts.nonprod of environments/estate.yaml',
    );
  });
});

describe("a region of an account", () => {
  let aws: PlayedAws;
  beforeAll(async () => {
    aws = await PlayedAws.start();
  });
  afterAll(() => aws.stop());

  const home = { account: "prod", accountId: "444444444444", emulatorOnly: false, region: "eu-west-1", of: "account-prod" };
  const asked = () => regionsOn({ access: async (_, region) => ({ ...aws.access, region }) }, home, ["eu-central-1", "eu-south-1"]);
  const refusing = (refuses: string) => ({
    "sts:GetCallerIdentity": ({ region }: { readonly region: string }) =>
      region === "eu-south-1" ? { refuses, message: "invalid" } : { says: "<Account>444444444444</Account>" },
  });

  it("is off where AWS knows nobody", async () => {
    aws.play(refusing("InvalidClientTokenId"));
    expect(await asked()).toEqual({ on: ["eu-central-1"], off: ["eu-south-1"] });
  });

  it("is not called off for another reason", async () => {
    aws.play(refusing("ExpiredToken"));
    await expect(asked()).rejects.toThrow("ExpiredToken: invalid");
  });
});
