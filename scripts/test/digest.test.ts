import { stripVTControlCharacters } from "node:util";
import { expect, it } from "vitest";
import { countsText, type PlannedChange, plannedChanges } from "../digest/changes.js";
import { type Digest, digestText, type StackDigest } from "../digest/digest.js";
import { refusal, unnamedLosses } from "../digest/guard.js";
import { readEvent } from "../terraform/events.js";

const change = (address: string, action: PlannedChange["action"], stateful = false): PlannedChange => ({ address, action, stateful });

const stack = (name: string, changes: readonly PlannedChange[], more: Partial<StackDigest> = {}): StackDigest => ({
  stack: name,
  status: "changes",
  changes,
  outputs: [],
  production: true,
  acknowledged: [],
  notices: [],
  ...more,
});

it("losses come first, those that cannot be made again before all, then a line a stack, then what one should know", () => {
  const digest: Digest = {
    target: "prod",
    where: "aws",
    stacks: [
      stack("prod-network", [
        change("aws_route.a", "destroy"),
        change("aws_subnet.b", "replace", true),
        change("aws_vpc.c", "update", true),
      ]),
      stack("prod-keys", [], { status: "unchanged", notices: ["a NAT per AZ"], acknowledged: [{ rule: "one-nat", why: "cheap" }] }),
      stack("prod-api", [], { status: "waiting", why: "prod-network was never applied", notices: ["a NAT per AZ"] }),
    ],
    orphans: [{ stack: "prod-old", key: "prod/old.tfstate", addresses: ["a.b"], changedAt: new Date(0), kept: undefined }],
    remarks: [],
  };
  expect(stripVTControlCharacters(digestText(digest)).split("\n")).toEqual([
    "!! prod-network REPLACES aws_subnet.b: it holds what cannot be made again, or its loss is an outage",
    " ! prod-network DESTROYS aws_route.a",
    "",
    "prod-network: 1 to add, 1 to change, 2 to destroy",
    "prod-keys: no changes",
    "prod-api: waits: prod-network was never applied",
    "",
    "notice: a NAT per AZ",
    "acknowledged: one-nat: cheap",
    "orphan: prod-old (prod/old.tfstate) holds 1 resource, and no stack has it: no JSON was kept beside it; bring its stack back, apply it, then take it away again",
    "",
    "prod (aws): 1 of 3 stacks to change; 1 to add, 1 to change, 2 to destroy; 1 waiting; 1 orphan",
  ]);
});

it("changes are read from Terraform's own events, with reason, statefulness and where they move from", () => {
  const lines = [
    '{"type":"planned_change","@message":"","change":{"resource":{"addr":"aws_vpc.network","resource_type":"aws_vpc"},"action":"replace","reason":"cannot_update"}}',
    '{"type":"planned_change","@message":"","change":{"resource":{"addr":"aws_route.b","resource_type":"aws_route"},"previous_resource":{"addr":"aws_route.a","resource_type":"aws_route"},"action":"move"}}',
    '{"type":"planned_change","@message":"","change":{"resource":{"addr":"data.aws_x.y","resource_type":"aws_x"},"action":"read"}}',
    '{"type":"planned_change","@message":"","change":{"resource":{"addr":"aws_eip.n","resource_type":"aws_eip"},"action":"delete"}}',
    '{"type":"resource_drift","@message":"","change":{"resource":{"addr":"aws_eip.m","resource_type":"aws_eip"},"action":"update"}}',
    "a provider's own words",
  ];
  expect(plannedChanges(lines.flatMap((line) => readEvent(line) ?? []))).toEqual([
    { address: "aws_vpc.network", action: "replace", reason: "cannot_update", stateful: true },
    { address: "aws_route.b", action: "move", from: "aws_route.a", stateful: false },
    { address: "aws_eip.n", action: "destroy", stateful: true },
  ]);
});

it("counts are Terraform's; a plan of outputs alone says so, and an empty one too", () => {
  expect(countsText([change("a", "create"), change("b", "replace"), change("c", "move"), change("d", "forget")])).toBe(
    "2 to add, 1 to destroy, 1 to move, 1 to forget",
  );
  expect(countsText([], ["contract"])).toBe("its contract changes, no resource does");
  expect(countsText([])).toBe("no changes");
});

it("production loses nothing stateful that was not named; other environments may, and all may lose the rest", () => {
  const changes = [change("aws_vpc.a", "replace", true), change("aws_s3_bucket.b", "destroy", true), change("aws_route.c", "destroy")];
  expect(unnamedLosses(true, changes, ["aws_vpc.a"])).toEqual([changes[1]]);
  expect(unnamedLosses(false, changes, [])).toEqual([]);
  expect(unnamedLosses(true, [change("aws_vpc.a", "update", true)], [])).toEqual([]);
  expect(refusal(unnamedLosses(true, changes, []))).toBe(
    "in production it replaces aws_vpc.a, destroys aws_s3_bucket.b; if that is meant: --allow-replace 'aws_vpc.a' --allow-replace 'aws_s3_bucket.b'",
  );
});
