import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { App, TerraformOutput, TerraformStack } from "cdktf";
import { expect, test } from "vitest";
import { buildEstate } from "../estate.js";
import { ownEstate } from "./synthesized.js";

/** The stacks that take something of another one implicitly, as cdktf finds them before it writes. */
function implicit(app: App): string[] {
  const stacks = app.node.children.filter(TerraformStack.isStack);
  const counted = () => stacks.map((stack) => stack.node.findAll().length);
  const before = counted();
  // cdktf's own, which our stacks leave out
  for (const stack of stacks) TerraformStack.prototype.prepareStack.call(stack);
  return counted().flatMap((after, index) => (after === before[index] ? [] : [stacks[index]?.node.id ?? ""]));
}

test("no stack of the estate refers to what another one holds, so that nothing has to be prepared", () => {
  const app = new App({ stackTraces: false });
  buildEstate(app, ownEstate());
  expect(implicit(app)).toEqual([]);
});

test("an implicit reference is found, in both stacks", () => {
  const app = new App({ stackTraces: false });
  const [producer, consumer] = [new TerraformStack(app, "producer"), new TerraformStack(app, "consumer")];
  const vpc = new Vpc(producer, "vpc", { cidrBlock: "10.0.0.0/16" });
  new TerraformOutput(consumer, "vpc-id", { value: vpc.id });
  expect(implicit(app)).toEqual(["producer", "consumer"]);
});
