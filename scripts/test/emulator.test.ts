import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { coverageText, exportLines } from "../emulator.js";

it("the environment's lines are what a shell evaluates, whatever a value holds", () => {
  const value = `a'b "c" $HOME \`id\` \\ end`;
  const lines = exportLines({ IT: value, EMPTY: "" });
  const { stdout } = spawnSync("sh", ["-c", `eval "$LINES_TO_EVAL"; printf '%s|%s' "$IT" "$EMPTY"`], {
    encoding: "utf8",
    env: { LINES_TO_EVAL: lines },
  });
  expect(stdout).toBe(`${value}|`);
});

it("coverage names the types with weaker evidence first, and the operations that are not moto's", () => {
  const operation = (name: string, answeredBy: "moto" | "mended" | "ours") => ({ name, answeredBy, calls: 0 });
  const text = coverageText([
    { type: "aws_vpc", answeredBy: "moto", operations: [operation("ec2:CreateVpc", "moto")] },
    {
      type: "aws_subnet",
      answeredBy: "mended",
      operations: [operation("ec2:CreateSubnet", "mended"), operation("ec2:DeleteSubnet", "moto")],
    },
    { type: "aws_flow_log", answeredBy: "ours", operations: [operation("ec2:CreateFlowLogs", "ours")] },
  ]);
  expect(text.split("\n")).toEqual([
    "type          answered by  operations that are not moto's own",
    "aws_flow_log  ours         ec2:CreateFlowLogs (ours)",
    "aws_subnet    mended       ec2:CreateSubnet (mended)",
    "aws_vpc       moto",
    "3 types: 1 ours, 1 mended, 1 moto (ours is weaker evidence)",
  ]);
});
