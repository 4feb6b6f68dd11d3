/** A number that is known at synth: cdktf writes one that is not as a very small negative one. None of ours is negative. */
export function isKnownNumber(value: unknown): value is number {
  return typeof value === "number" && value >= 0;
}

/** A text that is known at synth: without a token, and without Terraform's own interpolation. */
export function isKnownText(value: unknown): value is string {
  return typeof value === "string" && !value.includes("${");
}
