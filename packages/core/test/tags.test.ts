import { describe, expect, it } from "vitest";
import { defaultTags } from "../src/index.js";
import { problemsOf, tags } from "../src/schema/index.js";

const context = { project: "shop", environment: "prod", stack: "prod-network", repository: "github.com/example/shop" };

describe("defaultTags", () => {
  it("says where a resource belongs, and who makes it", () => {
    expect(defaultTags(context)).toEqual({
      Project: "shop",
      Environment: "prod",
      Stack: "prod-network",
      Repository: "github.com/example/shop",
      ManagedBy: "terraform",
    });
  });

  it("keeps the estate's own beside them, which cannot speak over them", () => {
    expect(defaultTags(context, { CostCenter: "42", Stack: "other" })).toMatchObject({ CostCenter: "42", Stack: "prod-network" });
  });
});

describe("the field of tags", () => {
  it.each([[{ "cost-center": "a b_.:/=+-@ä" }], [{}]])("takes %j", (value) => {
    expect(tags().safeParse(value).success).toBe(true);
  });

  it.each([
    [{ "aws:owner": "x" }, "is no tag key", 'give letters, digits, spaces and _.:/=+-@, not begun by "aws:"'],
    [{ owner: "a;b" }, "is no tag value", "give letters, digits, spaces and _.:/=+-@"],
    [{ owner: "x".repeat(257) }, "is too long", "give at most 256 characters"],
    [{ ["x".repeat(129)]: "" }, "is too long", "give at most 128 characters"],
    [{ "": "x" }, "is too short", "give at least 1 character"],
  ])("refuses %j", (value, wrong, fix) => {
    const { error } = tags().safeParse(value, { reportInput: true });
    expect(error?.issues.flatMap((issue) => problemsOf(issue))).toMatchObject([{ path: Object.keys(value), wrong, fix }]);
  });
});
