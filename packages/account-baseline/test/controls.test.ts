import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { controlsSection } from "../src/controls.js";
import { type Control, controlHolds, controls, controlsReport } from "../src/index.js";
import { byDefault, byProps } from "./controls/stacks.js";
import { spoilt, spoiltOf, without } from "./controls/taken.js";

const findOf = ({ met }: Control) => (met === "prop" ? byProps : byDefault);

// https://www.cisecurity.org/benchmark/amazon_web_services, version 5.0.0
const cisNumbers = [
  ...numbers("1", 21),
  ...numbers("2.1", 4),
  ...numbers("2.2", 4),
  "2.3.1",
  ...numbers("3", 9),
  ...numbers("4", 16),
  ...numbers("5.1", 2),
  ...numbers("5", 7).slice(1),
];

function numbers(section: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${section}.${index + 1}`);
}

describe("the controls", () => {
  it("are all of CIS v5.0, each once", () => {
    expect(controls.map(({ id }) => id).filter((id) => id.startsWith("CIS"))).toEqual(cisNumbers.map((number) => `CIS 5.0 ${number}`));
    expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length);
  });

  it("say by what they are met, or why code cannot", () => {
    for (const { id, met, by, prop, why } of controls) {
      if (met !== "notByCode") expect(by.length, id).toBeGreaterThan(0);
      expect(prop !== undefined, id).toBe(met === "prop");
      if (met === "notByCode") expect(why, id).toMatch(/\w+ \w+/);
    }
  });

  it("are counted", () => {
    console.info(controlsReport(controls, "CIS 5.0").text);
    console.info(controlsReport(controls, "FSBP").text);
    const report = controlsReport(controls, "CIS 5.0");
    expect([report.byDefault + report.byProp + report.notByCode, report.total]).toEqual([63, 63]);
  });

  it("are the README's table", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    expect(readme).toContain(`<!-- controls -->\n${controlsSection()}\n<!-- /controls -->`);
  });
});

describe.each(controls.filter(({ by }) => by.length > 0))("$id, $title,", (control) => {
  const find = findOf(control);

  it(`is ${how(control)}`, () => {
    expect(controlHolds(control, find)).toBe(true);
    if (control.met === "prop") expect(controlHolds(control, byDefault)).toBe(false);
  });

  it.each(control.by)("is not without $resourceType $suffix of $maker", (evidence) => {
    expect(controlHolds(control, without(find, evidence))).toBe(false);
  });

  it.each(control.by)("is not by a $resourceType $suffix of $maker that is another", (evidence) => {
    const wrongs = spoiltOf(evidence);
    expect(wrongs.length).toBeGreaterThan(0);
    for (const wrong of wrongs) expect(controlHolds(control, spoilt(find, wrong)), `${wrong.path}: ${wrong.value}`).toBe(false);
  });
});

function how({ met, prop }: Control): string {
  if (met === "notByCode") return "watched";
  return met === "prop" ? `met by "${prop}"` : "met by default";
}
