import { Token } from "cdktf";
import { describe, expect, expectTypeOf, it } from "vitest";
import { type FargateSize, fargateSizes, schemas } from "../src/config.js";
import { cpuUnits, mebibytes } from "../src/fargate-sizes.js";
import { given, taskTemplate } from "./task-template.js";

const pairs = Object.entries(fargateSizes).flatMap(([cpu, memories]) => memories.map((memory) => ({ cpu: Number(cpu), memory })));
const sizeOf = (size: { readonly cpu: string | number; readonly memory: string | number }) =>
  schemas.FargateTask.parse({ ...given, size }).size;

describe("the sizes of Fargate", () => {
  it("are AWS's 74 pairs", () => {
    expect(pairs).toHaveLength(74);
    expect(Object.values(fargateSizes).map((memories) => [memories[0], memories.at(-1), memories.length])).toEqual([
      // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
      ...[
        [2, 8, 7],
        [4, 16, 13],
        [8, 30, 23],
        [16, 60, 12],
        [32, 120, 12],
      ],
      ...[
        [0.5, 2, 3],
        [1, 4, 4],
      ],
    ]);
  });

  it.each(pairs)("take $cpu vCPU with $memory GB, in words and in units", ({ cpu, memory }) => {
    const units = { cpu: cpu * 1024, memory: memory * 1024 };
    expect(sizeOf({ cpu: `${cpu} vCPU`, memory: `${memory} GB` })).toEqual(units);
    expect(sizeOf(units)).toEqual(units);
    expect(sizeOf({ cpu: `${units.cpu}`, memory: `${units.memory}` })).toEqual(units);
  });

  it.each([
    ["1 vCPU", 1024],
    ["1vcpu", 1024],
    [" 1  VCPU ", 1024],
    [".5 vCPU", 512],
    ["0.25 vCPU", 256],
    ["1024", 1024],
    [1024, 1024],
  ])("read CPU %j as %d units", (written, units) => {
    expect(cpuUnits(written)).toBe(units);
  });

  it.each([
    ["2 GB", 2048],
    ["2gb", 2048],
    ["0.5 GB", 512],
    ["2048", 2048],
    [2048, 2048],
  ])("read memory %j as %d MiB", (written, mib) => {
    expect(mebibytes(written)).toBe(mib);
  });

  it("are nothing near a size: what is not exact is told, with what there is", () => {
    expect(() => taskTemplate({ size: { cpu: 300, memory: 512 } })).toThrow(
      '"size.cpu" 300 is not a Fargate size; choose 256 (0.25 vCPU), 512 (0.5 vCPU), 1024 (1 vCPU), 2048 (2 vCPU), 4096 (4 vCPU), 8192 (8 vCPU), 16384 (16 vCPU)',
    );
    expect(() => taskTemplate({ size: { cpu: ".25 vCPU", memory: "3 GB" } })).toThrow(
      '"size.memory" 3072 does not go with "cpu" 256; choose 512 (0.5 GB), 1024 (1 GB), 2048 (2 GB)',
    );
    expect(() => taskTemplate({ size: { cpu: 8192, memory: "18 GB" } })).toThrow(
      '"size.memory" 18432 does not go with "cpu" 8192; choose 16384 (16 GB) to 61440 (60 GB) in steps of 4096',
    );
    expect(() => taskTemplate({ size: { cpu: "1 CPU", memory: "2 gigs" } })).toThrow(
      [
        '"size.cpu" "1 CPU" is no CPU size; give one such as 1024 or "1 vCPU"',
        '"size.memory" "2 gigs" is no memory size; give one such as 2048 or "2 GB"',
      ].join("\n  "),
    );
  });

  it.each([
    ["both", { cpu: Token.asNumber("${var.cpu}"), memory: Token.asNumber("${var.memory}") }, "${var.cpu}", "${var.memory}"],
    ["CPU", { cpu: Token.asNumber("${var.cpu}"), memory: 7 }, "${var.cpu}", "7"],
    ["memory", { cpu: 256, memory: Token.asNumber("${var.memory}") }, "256", "${var.memory}"],
    ["text", { cpu: Token.asString("${var.cpu}"), memory: "${var.memory}" }, "${var.cpu}", "${var.memory}"],
  ])("are handed on where they are not known yet: %s", (_, size, cpu, memory) => {
    expect(taskTemplate({ size })).toHaveResource("aws_ecs_task_definition", { cpu, memory });
  });

  it("are told by an editor, too", () => {
    expectTypeOf<{ cpu: "1 vCPU"; memory: "2 GB" }>().toExtend<FargateSize>();
    expectTypeOf<{ cpu: "16 vCPU"; memory: "120 GB" }>().toExtend<FargateSize>();
    expectTypeOf<{ cpu: "1 vCPU"; memory: "16 GB" }>().not.toExtend<FargateSize>();
  });
});
