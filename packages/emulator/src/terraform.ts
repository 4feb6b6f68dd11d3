import * as prerequisites from "./prerequisites.mjs";

export interface Terraform {
  readonly path: string;
  readonly version: string;
}

/**
 * The terraform on the path, 1.11 or newer; `TERRAFORM_BINARY_NAME` (cdktf's own variable) names another, such as `tofu`.
 *
 * @throws when it is missing, does not run or is too old, with the ways out
 */
export async function findTerraform(): Promise<Terraform> {
  return prerequisites.findTerraform();
}
