import { availableParallelism } from "node:os";

// Terraform with the AWS provider
const bytesEach = 600 * 1024 ** 2;

/** How many Terraforms may run at once: plans compute, applies mostly wait; all have to fit into memory. */
export function atOnce(work: "plan" | "apply"): number {
  const wanted = work === "plan" ? availableParallelism() : 4;
  return Math.max(1, Math.min(wanted, Math.floor(process.availableMemory() / bytesEach)));
}

// a module that configures its provider has a process of it, which shares much of its memory with the others
const bytesEachModule = 170 * 1024 ** 2;

/** How many stacks one validate may take: more than fit into half of the memory go into another one. */
export function mergedAtOnce(): number {
  return Math.max(8, Math.floor(process.availableMemory() / 2 / bytesEachModule));
}
