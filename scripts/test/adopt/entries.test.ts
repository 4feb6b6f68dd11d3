import { describe, expect, it } from "vitest";
import { accountQuestions } from "../../adopt/account-questions.js";
import { entriesOf, type Known } from "../../adopt/entries.js";
import type { Answered } from "../../adopt/find.js";
import { identityQuestions } from "../../adopt/identity-questions.js";
import type { Question, Standing } from "../../adopt/question.js";
import { regionQuestions } from "../../adopt/region-questions.js";

const all = [...accountQuestions, ...identityQuestions, ...regionQuestions];

function question(field: Question["field"]): Question {
  const found = all.find((one) => one.field === field);
  if (found === undefined) throw new Error(`nobody asks for ${field}`);
  return found;
}

const standing = (value: string | true, name?: string): Standing => ({
  value,
  importId: String(value),
  ...(name === undefined ? {} : { name }),
});

const account = (field: Question["field"], ...values: Standing[]): Answered => ({ question: question(field), standing: values });
const inRegion = (region: string, field: Question["field"], ...values: Standing[]): Answered => ({ ...account(field, ...values), region });

const entries = (answers: readonly Answered[], existing: Known["existing"] = {}, ours: readonly string[] = []) =>
  entriesOf(answers, { home: "eu-west-1", existing, isOurs: (...key) => ours.includes(key.join(" ")) });

describe("what stands in an account", () => {
  it("is written where the file has nothing: regional things by region", () => {
    const found = entries([
      account("trail", standing("events")),
      inRegion("eu-west-1", "recorder", standing("default")),
      inRegion("eu-central-1", "recorder", standing("other")),
      inRegion("eu-central-1", "securityHub", standing(true)),
      account("oidcProviders", standing("arn:x", "github")),
      account("users", standing("alice"), standing("bob")),
    ]);
    expect(found.writings).toEqual([
      { path: ["trail"], value: "events" },
      { path: ["recorder", "eu-west-1"], value: "default" },
      { path: ["recorder", "eu-central-1"], value: "other" },
      { path: ["securityHub", "eu-central-1"], value: true },
      { path: ["oidcProviders", "github"], value: "arn:x" },
      { path: ["users"], value: "alice", listed: true },
      { path: ["users"], value: "bob", listed: true },
    ]);
    expect(found).toMatchObject({ kept: [], notes: [] });
  });

  it("is nothing to write where the file says the same, as a map by region or as the home region's alone", () => {
    const answers = [
      inRegion("eu-west-1", "detector", standing("1")),
      inRegion("eu-west-1", "recorder", standing("default")),
      account("users", standing("alice")),
      account("oidcProviders", standing("arn:x", "github")),
      inRegion("eu-west-1", "macie"),
    ];
    const existing = {
      detector: "1",
      recorder: { "eu-west-1": "default" },
      users: ["alice"],
      oidcProviders: { github: "arn:x" },
      macie: false,
    };
    expect(entries(answers, existing)).toEqual({
      writings: [],
      kept: ["existing.detector.eu-west-1", "existing.recorder.eu-west-1", "existing.users", "existing.oidcProviders.github"],
      notes: [],
    });
  });

  it("widens a value that is the home region's alone where another region joins it", () => {
    const answers = [inRegion("eu-west-1", "recorder", standing("default")), inRegion("eu-central-1", "recorder", standing("other"))];
    expect(entries(answers, { recorder: "default" }).writings).toEqual([
      { path: ["recorder"], value: { "eu-west-1": "default" } },
      { path: ["recorder", "eu-central-1"], value: "other" },
    ]);
  });

  it("never changes an entry: one that differs is told, and so is one that nothing stands behind", () => {
    const answers = [
      account("trail", standing("events")),
      inRegion("eu-west-1", "detector"),
      inRegion("eu-west-1", "macie", standing(true)),
    ];
    const { writings, notes } = entries(answers, { trail: "mine", detector: "12", macie: false });
    expect(writings).toEqual([]);
    expect(notes).toEqual([
      '"existing.trail" is "mine" in the file, and AWS has "events": it is kept; write "events" if it is wrong',
      '"existing.detector.eu-west-1" is "12" in the file, and no such one can be adopted: an import fails, take it out',
      '"existing.macie.eu-west-1" is false in the file, and AWS has true: it is kept; write true if it is wrong',
    ]);
  });

  it("is not written once a stack has it in its state, and another one does not take its place", () => {
    const trails = account("trail", standing("ours"), standing("theirs"));
    expect(entries([account("trail", standing("ours"))], {}, ["eu-west-1 aws_cloudtrail ours"])).toEqual({
      writings: [],
      kept: [],
      notes: [],
    });
    expect(entries([trails], {}, ["eu-west-1 aws_cloudtrail ours"])).toEqual({
      writings: [],
      kept: [],
      notes: ['a trail of all regions "theirs" stands beside the baseline\'s own'],
    });
    const elsewhere = inRegion("eu-central-1", "recorder", standing("default"));
    expect(entries([elsewhere], {}, ["eu-west-1 aws_config_configuration_recorder default"]).writings).toHaveLength(1);
    expect(entries([account("users", standing("alice"), standing("bob"))], {}, ["eu-west-1 aws_iam_user alice"]).writings).toEqual([
      { path: ["users"], value: "bob", listed: true },
    ]);
  });

  it("is left to a person where it may be any of several", () => {
    const { writings, notes } = entries([account("trail", standing("one"), standing("two"))]);
    expect(writings).toEqual([]);
    expect(notes).toEqual(['"existing.trail" may be any of "one", "two": write the one that the baseline is to have']);
  });
});
