import { stripVTControlCharacters } from "node:util";
import { Testing } from "cdktf";
import { expect, it } from "vitest";
import { type SectionName, sectionOf } from "../../environments/sections.js";
import { load } from "../../environments/test/folder.js";
import { type BrokenEnvironment, brokenEnvironments, filesOf, why } from "../../environments/test/rules/broken-estate.js";
import type { LayerName } from "../../stacks/contracts.js";
import { environmentFacts } from "../../stacks/estate-facts.js";
import { EstateStack } from "../../stacks/estate-stack.js";
import type { StackFacts } from "../../stacks/facts.js";
import { digestText, untouched } from "../digest/digest.js";

const environments = brokenEnvironments({ acknowledged: true });
const estate = load(filesOf(environments));

/** What the stack that a rule is about says of itself in its JSON; what it is made of is left out, which would take seconds. */
function writtenFacts({ name, breach: { at } }: BrokenEnvironment): StackFacts {
  const environment = estate.environments[name];
  if (environment === undefined) throw new Error(`there is no environment "${name}"`);
  const [section, entry] = at;
  const { entries } = sectionOf(section as SectionName);
  const layer = (entries ?? section) as LayerName;
  const stack = new EstateStack(
    Testing.app(),
    estate,
    environmentFacts(estate, environment, { layer, entry: entries === undefined ? "" : String(entry) }),
  );
  return stack.toTerraform()["//"].groundplan;
}

it.each(environments)("$breach.rule, acknowledged, stands in its stack's JSON and in the plan's digest", (environment) => {
  const { rule } = environment.breach;
  const facts = writtenFacts(environment);
  expect(facts.acknowledged).toEqual([{ rule, why }]);
  const digest = {
    target: facts.of,
    where: "aws",
    stacks: [{ ...untouched(facts), status: "unchanged" as const }],
    orphans: [],
    remarks: [],
  };
  expect(stripVTControlCharacters(digestText(digest)).split("\n")).toContain(`acknowledged: ${rule}: ${why}`);
});
