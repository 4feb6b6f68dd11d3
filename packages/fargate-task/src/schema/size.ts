import { type CrossProblem, crossCheck } from "@groundplan/core/schema";
import { z } from "zod";
import { cpuChoices, cpuUnits, mebibytes, memoriesOf, memoryChoices } from "../fargate-sizes.js";
import { isKnownNumber } from "./known.js";

const cpu = z
  .union([z.int(), z.string().regex(/^\s*(\d+|\d*\.\d+)\s*(vcpu)?\s*$/i, 'is no CPU size; give one such as 1024 or "1 vCPU"')])
  .transform(cpuUnits);

const memory = z
  .union([z.int(), z.string().regex(/^\s*(\d+|\d*\.\d+)\s*(gb)?\s*$/i, 'is no memory size; give one such as 2048 or "2 GB"')])
  .transform(mebibytes);

interface Size {
  readonly cpu: number;
  readonly memory: number;
}

function sizeProblems({ cpu, memory }: Size): CrossProblem[] {
  if (!isKnownNumber(cpu)) return [];
  const memories = memoriesOf(cpu);
  if (memories === undefined) {
    return [{ path: ["cpu"], value: cpu, message: `is not a Fargate size; choose ${cpuChoices.join(", ")}` }];
  }
  if (!isKnownNumber(memory) || memories.includes(memory)) return [];
  return [{ path: ["memory"], value: memory, message: `does not go with "cpu" ${cpu}; choose ${memoryChoices(memories)}` }];
}

/** CPU and memory of a task, as a pair that Fargate runs. After parsing: units and MiB. */
export const size = () =>
  z
    .strictObject({
      cpu: cpu.describe("CPU units, or vCPU: `1024` and `1 vCPU` are the same."),
      memory: memory.describe("MiB, or GB: `2048` and `2 GB` are the same."),
    })
    .check(crossCheck<Size>(["cpu", "memory"], sizeProblems))
    .prefault({ cpu: 256, memory: 512 });
