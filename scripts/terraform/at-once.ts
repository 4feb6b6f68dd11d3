import { availableParallelism } from "node:os";

// Terraform with the AWS provider
const bytesEach = 600 * 1024 ** 2;

/** How many Terraforms may run at once: plans compute, applies mostly wait; all have to fit into memory. */
export function atOnce(work: "plan" | "apply"): number {
  const wanted = work === "plan" ? availableParallelism() : 4;
  return Math.max(1, Math.min(wanted, Math.floor(process.availableMemory() / bytesEach)));
}
