import { execa } from "execa";
import { gte } from "semver";

export interface Terraform {
  readonly path: string;
  readonly version: string;
}

/** `use_lockfile` and write-only arguments came with it. */
const oldest = "1.11.0";

/**
 * The terraform on the path, 1.11 or newer; `TERRAFORM_BINARY_NAME` (cdktf's own variable) names another, such as `tofu`.
 *
 * @throws when it is missing, does not run or is too old, with the ways out
 */
export async function findTerraform(): Promise<Terraform> {
  const path = process.env["TERRAFORM_BINARY_NAME"] || "terraform";
  const { stdout, failed, shortMessage } = await execa(path, ["version", "-json"], {
    reject: false,
    stdin: "ignore",
    // a CLI configuration that is not there is no reason not to know the version
    env: { TF_CLI_CONFIG_FILE: "/dev/null", CHECKPOINT_DISABLE: "1" },
  });
  if (failed) throw new Error(missing(`"${path}" does not run (${shortMessage})`));
  const version = readVersion(stdout);
  if (version === undefined) throw new Error(missing(`"${path} version -json" gives no version`));
  if (!gte(version, oldest)) throw new Error(missing(`"${path}" is ${version}`));
  return { path, version };
}

function readVersion(stdout: string): string | undefined {
  try {
    return (JSON.parse(stdout) as { terraform_version?: string }).terraform_version;
  } catch {
    return undefined;
  }
}

function missing(what: string): string {
  return [
    `Terraform 1.11 or newer is needed: ${what}`,
    "  macOS            brew install hashicorp/tap/terraform",
    "  elsewhere        https://developer.hashicorp.com/terraform/install",
    '  or set "TERRAFORM_BINARY_NAME" to the path of one, or to that of OpenTofu',
  ].join("\n");
}
