import { describe, expect, test } from "vitest";
import { place, problems, report } from "./folder.js";

const dev = (rest: string): string[] => report({ "dev.yaml": `${place("nonprod")}${rest}` });

describe("what YAML makes of a scalar", () => {
  test("an account id without quotes is shown as it was written, and is to be quoted", () => {
    expect(report({ "dev.yaml": "account: 012345678901\nregion: eu-west-1\nproduction: false\n" })).toEqual([
      'environments/dev.yaml:1:10  account  012345678901 is read as a number; quote it: "012345678901"',
    ]);
  });

  test("1.10 as a tag is shown with its zero", () => {
    const estate = `project: shop
tags:
  Version: 1.10
  On: true
rootDomain: shop.example.com
repository: github.com/example/shop
accounts: { a: { id: "111111111111", kind: shared, region: eu-west-1 } }
`;
    expect(report({ "estate.yaml": estate })).toEqual([
      'environments/estate.yaml:3:12  tags.Version  1.10 is read as a number; quote it: "1.10"',
      'environments/estate.yaml:4:7  tags.On  true is read as a boolean; quote it: "true"',
    ]);
  });

  test("a key without a value is told at the key", () => {
    expect(dev("peerable:\nkeys:\n  rotationPeriodDays: ~\n")).toEqual([
      "environments/dev.yaml:4:1  peerable  is empty; give true or false, or take the line out",
      "environments/dev.yaml:6:3  keys.rotationPeriodDays  is empty; give a number, or take the line out",
    ]);
  });

  test("YAML 1.1's yes and quoted numbers are told what to write", () => {
    expect(dev('peerable: yes\nkeys:\n  rotationPeriodDays: "180"\n')).toEqual([
      'environments/dev.yaml:4:11  peerable  "yes" is text; write true',
      'environments/dev.yaml:6:23  keys.rotationPeriodDays  "180" is text; take the quotes off: 180',
    ]);
  });
});

describe("what is no plain YAML", () => {
  test("a syntax error is told where it is", () => {
    expect(dev("keys: { protect: true\n")[0]).toMatch(/^environments\/dev\.yaml:\d+:\d+ {2}is no YAML: .+$/);
  });

  test("a broken file doesn't hide what is wrong with the others", () => {
    const files = new Set(problems({ "dev.yaml": "a: b: c", "stage.yaml": place("nowhere") }).map(({ file }) => file));
    expect([...files]).toEqual(["environments/dev.yaml", "environments/stage.yaml"]);
  });

  test("an empty file, a list and two documents are no environments", () => {
    expect(report({ "dev.yaml": "" })).toEqual(["environments/dev.yaml:1:1  is not a map of properties; give a map of properties"]);
    expect(report({ "dev.yaml": "- a\n" })).toEqual(["environments/dev.yaml:1:1  is not a map of properties; give a map of properties"]);
    expect(report({ "dev.yaml": `${place("nonprod")}---\na: 1\n` })[0]).toContain("is no YAML: source contains multiple documents");
  });

  test("a key that stands twice is told with its path, and the rest is checked all the same", () => {
    expect(dev("keys:\n  protect: true\n  protect: 1\n")).toEqual([
      "environments/dev.yaml:6:3  keys.protect  stands here twice; keep one",
      "environments/dev.yaml:6:12  keys.protect  1 is not true or false; give true or false",
    ]);
  });

  test("an expression is refused wherever it stands", () => {
    expect(
      dev(
        'network:\n  cidr: 10.0.0.0/16\n  tiers: { "${tier}": { kind: private, slot: 3 } }\n  interfaceEndpoints: { a: { policy: "${file(1)}" } }\n',
      ),
    ).toEqual([
      'environments/dev.yaml:6:12  network.tiers.${tier}  "${tier}" has "${"; write the value out: files hold data, not expressions',
      "environments/dev.yaml:6:12  network.tiers.${tier}  is no name; give lower-case letters, digits and single hyphens, a letter first",
      'environments/dev.yaml:7:38  network.interfaceEndpoints.a.policy  "${file(1)}" has "${"; write the value out: files hold data, not expressions',
    ]);
  });

  test("tags of YAML's and its version 1.1 are refused", () => {
    expect(dev("keys: !!js/function x\n")[0]).toMatch(/^environments\/dev\.yaml:4:7 {2}is more than plain YAML: unresolved tag/);
    expect(report({ "dev.yaml": `%YAML 1.1\n---\n${place("nonprod")}` })).toEqual([
      'environments/dev.yaml:1:1  is no YAML 1.2: "%YAML 1.1" makes "on" mean true; take the line out',
    ]);
  });

  test("a key of JavaScript's own is an unknown key as any other", () => {
    expect(dev("__proto__: { peerable: false }\nconstructor: 1\n")).toEqual([
      expect.stringMatching(/^environments\/dev\.yaml:4:1 {2}__proto__ {2}is no known property; known are account, /),
      expect.stringMatching(/^environments\/dev\.yaml:5:1 {2}constructor {2}is no known property; known are account, /),
    ]);
  });
});

describe("anchors, aliases and merge keys", () => {
  test("what is wrong behind an anchor is told once, with all who use it", () => {
    const tiers =
      "network:\n  cidr: 10.0.0.0/16\n  tiers:\n    public: &small\n      prefixLength: 99\n    private: *small\n    isolated:\n      <<: *small\n";
    expect(dev(tiers)).toEqual([
      "environments/dev.yaml:8:21  network.tiers.public.prefixLength  99 is too big; give at most 28" +
        " (used by network.tiers.private.prefixLength, network.tiers.isolated.prefixLength)",
    ]);
  });

  test("a map's own key is told of, and not the one that it hides", () => {
    const tiers = "network:\n  cidr: 10.0.0.0/16\n  tiers:\n    public: &a\n      slot: 0\n    private:\n      <<: *a\n      slot: 99\n";
    expect(dev(tiers)).toEqual(["environments/dev.yaml:11:13  network.tiers.private.slot  99 is too big; give at most 63"]);
  });

  test("of several merged maps, the first that has the key is told of", () => {
    const tiers =
      "network:\n  cidr: 10.0.0.0/16\n  tiers:\n    public: &a { tags: {}, prefixLength: 20 }\n    isolated: &b { prefixLength: 15 }\n    private: { <<: [*a, *b] }\n";
    expect(dev(tiers)).toEqual(["environments/dev.yaml:8:34  network.tiers.isolated.prefixLength  15 is too small; give at least 16"]);
  });

  test("aliases of nothing, of what they stand in, and merges of no map are refused", () => {
    expect(dev("keys: *none\n")).toEqual(['environments/dev.yaml:4:7  keys  "*none" names no anchor above it; write "&none" there']);
    expect(dev("keys: &k\n  protect: *k\n")).toEqual([
      'environments/dev.yaml:5:12  keys.protect  "*k" stands within what it names; write the value out',
    ]);
    expect(dev("peerable: &p true\nkeys:\n  <<: *p\n")).toEqual([
      'environments/dev.yaml:6:3  keys  "<<" merges what is no map; name a map, such as "<<: *defaults"',
    ]);
  });

  test("aliases that expand without end are refused", () => {
    const laughs = Array.from({ length: 12 }, (_, level) => {
      const below =
        level === 0
          ? "x"
          : Array(10)
              .fill(`*a${level - 1}`)
              .join(", ");
      return `a${level}: &a${level} [${below}]`;
    });
    expect(dev(`${laughs.join("\n")}\n`)).toEqual([
      "environments/dev.yaml:1:1  expands to more than 1000 values by its aliases; write them out",
    ]);
  });
});
