import { describe, expect, it } from "vitest";
import { BorrowedError, write } from "../../adopt/yaml-text.js";

const estate = `# what all share
project:   shop   # three blanks

accounts:
  prod:
    id: "555555555555"
    regions: [eu-central-1,   eu-west-3]
    baseline:
      contacts: {}
      # money: later

  # the other
  nonprod: { id: "444444444444", baseline: {} }
`;

const at = (...path: string[]) => ["accounts", "prod", "baseline", "existing", ...path];

describe("what is written into YAML", () => {
  it("stands behind the last line of its block, and leaves all other lines as they were", () => {
    expect(write(estate, { path: at("recorder", "eu-west-1"), value: "default" })).toBe(
      estate.replace("      contacts: {}\n", "      contacts: {}\n      existing:\n        recorder:\n          eu-west-1: default\n"),
    );
  });

  it("joins what stands there already", () => {
    const once = write(estate, { path: at("trail"), value: "events" });
    const twice = write(write(once, { path: at("recorder", "eu-west-1"), value: "a" }), { path: at("recorder", "eu-west-3"), value: "b" });
    expect(twice).toContain(
      "      existing:\n        trail: events\n        recorder:\n          eu-west-1: a\n          eu-west-3: b\n      # money: later\n",
    );
  });

  it("takes the place of a value, and keeps the comment beside it", () => {
    const once = write(estate, { path: at("recorder"), value: "default" }).replace("recorder: default", "recorder: default # by hand");
    const regions = write(once, { path: at("recorder"), value: { "eu-west-1": "default", "eu-central-1": "other" } });
    expect(regions).toContain(
      "        recorder: # by hand\n          eu-west-1: default\n          eu-central-1: other\n      # money: later\n",
    );
    expect(write(once, { path: at("recorder"), value: "another" })).toContain("recorder: another # by hand\n");
  });

  it("makes a block of what stood on a line, with its comment", () => {
    const path = ["accounts", "nonprod", "baseline", "existing", "trail"];
    const commented = estate.replace("baseline: {} }", "baseline: {} } # small");
    expect(write(commented, { path, value: "events" })).toBe(
      commented.replace(
        'nonprod: { id: "444444444444", baseline: {} } # small\n',
        'nonprod: # small\n    id: "444444444444"\n    baseline:\n      existing:\n        trail: events\n',
      ),
    );
    const empty = estate.replace("      contacts: {}\n      # money: later\n", "").replace("    baseline:\n", "    baseline: {} # all\n");
    expect(write(empty, { path: at("trail"), value: "events" })).toContain("    baseline: # all\n      existing:\n        trail: events\n");
  });

  it("keeps what an entry of a line is made of: comments, anchors, aliases, quotes", () => {
    const source = "a: &x 1\nb: &all { c: *x, # one\n  d: 'two' } # end\n";
    expect(write(source, { path: ["b", "e"], value: "three" })).toBe("a: &x 1\nb: &all # end\n  c: *x # one\n  d: 'two'\n  e: three\n");
  });

  it("is one more of a list, on its line or beneath it", () => {
    expect(write("a: [x,  y] # c\n", { path: ["a"], value: "z", listed: true })).toBe("a: [x,  y, z] # c\n");
    expect(write("a: [] # c\n", { path: ["a"], value: "z", listed: true })).toBe("a: [z] # c\n");
    expect(write("a:\n- x # c\n# d\nb: 1\n", { path: ["a"], value: "z", listed: true })).toBe("a:\n- x # c\n- z\n# d\nb: 1\n");
    expect(write("a:\n  b: 1\n", { path: ["a", "c"], value: "z", listed: true })).toBe("a:\n  b: 1\n  c:\n    - z\n");
    expect(write("a: { b: [x] }\n", { path: ["a", "b"], value: "z", listed: true })).toBe("a:\n  b: [ x, z ]\n");
  });

  it("keeps line endings, a mark at the beginning, and an end without one", () => {
    const windows = `\uFEFF${estate.replaceAll("\n", "\r\n")}`;
    const written = write(windows, { path: at("trail"), value: "events" });
    expect(written).toBe(windows.replace("      contacts: {}\r\n", "      contacts: {}\r\n      existing:\r\n        trail: events\r\n"));
    expect(write("a:\n  b: 1", { path: ["a", "c"], value: 2 })).toBe("a:\n  b: 1\n  c: 2");
    expect(write("a:\r\n  b: {}", { path: ["a", "b", "c"], value: 2 })).toBe("a:\r\n  b:\r\n    c: 2");
  });

  it("stands behind text of several lines, and an entry without a value", () => {
    expect(write("a:\n  b: |\n    x\n\n    y\n\nd: 1\n", { path: ["a", "c"], value: 2 })).toBe(
      "a:\n  b: |\n    x\n\n    y\n  c: 2\n\nd: 1\n",
    );
    expect(write("a:\n  b:\nd: 1\n", { path: ["a", "c"], value: 2 })).toBe("a:\n  b:\n  c: 2\nd: 1\n");
  });

  it("is as deep as the file's other blocks", () => {
    expect(write("a:\n    b: {}\n", { path: ["a", "b", "c", "d"], value: 2 })).toBe("a:\n    b:\n        c:\n            d: 2\n");
  });

  it("is quoted where it would be read as a number", () => {
    expect(write("a:\n  b: 1\n", { path: ["a", "c"], value: "12345678901234567890123456789012" })).toContain(
      '  c: "12345678901234567890123456789012"\n',
    );
    expect(write("a: 1\n", { path: ["a"], value: "1e10" })).toBe('a: "1e10"\n');
  });

  it("begins an empty file, and widens one that is all on a line", () => {
    expect(write("", { path: ["a", "b"], value: 1 })).toBe("a:\n  b: 1\n");
    expect(write('{ "a": { "b": 1 } }\n', { path: ["a", "c"], value: 2 })).toBe('"a":\n  "b": 1\n  c: 2\n');
  });

  it("is refused where the place is another one's, too", () => {
    const shared = "x: &all { c: 1 }\na: *all\nm:\n  <<: *all\n";
    expect(() => write(shared, { path: ["a", "d"], value: 1 })).toThrow(BorrowedError);
    expect(() => write(shared, { path: ["m", "c", "d"], value: 1 })).toThrow(BorrowedError);
    expect(write(shared, { path: ["m", "d"], value: 1 })).toContain("  <<: *all\n  d: 1\n");
  });
});
