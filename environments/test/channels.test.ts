import { expect, test } from "vitest";
import { load, place, report } from "./folder.js";

const told = (account: string): string =>
  `${place(account)}alerts: { subscriptions: { slack: { ops: { workspaceId: T07EA123LEP, channelId: C07EZ1ABC23 } } } }\n`;

test("a chat channel is one environment's in an account", () => {
  expect(report({ "dev.yaml": told("nonprod"), "stage.yaml": told("nonprod") })).toEqual([
    'environments/stage.yaml:4:81  alerts.subscriptions.slack.ops.channelId  "C07EZ1ABC23" is told by dev already; AWS takes a channel once in an account; give each environment a channel of its own',
  ]);
});

test("a chat channel may be told by another account's environment", () => {
  expect(() => load({ "dev.yaml": told("nonprod"), "stage.yaml": told("prod") })).not.toThrow();
});
