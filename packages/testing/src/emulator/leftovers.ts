import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StackJson } from "../stack-json.js";
import { type State, typeOf } from "./state.js";
import { runText, type TerraformSetting } from "./terraform.js";

/**
 * What an account always has: to destroy it is to set it back, or to leave it, and it can still be read. What a VPC is born with
 * goes with the VPC.
 * https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html and the like, a page a setting
 */
const settings = [
  "aws_default_network_acl",
  "aws_default_route_table",
  "aws_default_security_group",
  "aws_default_vpc",
  "aws_ebs_default_kms_key",
  "aws_ebs_encryption_by_default",
  "aws_ebs_snapshot_block_public_access",
  "aws_ec2_image_block_public_access",
  "aws_ec2_instance_metadata_defaults",
  "aws_ec2_serial_console_access",
  "aws_ecs_account_setting_default",
  "aws_ssm_service_setting",
  "aws_vpc_block_public_access_options",
];

/** Of Inspector the provider says, once it is disabled, not that it is gone, but that it is enabled for no account. */
const emptied: Readonly<Record<string, string>> = { aws_inspector2_enabler: "account_ids" };

/**
 * What still stands in AWS of what a state held before it was destroyed: the provider is asked for each of them again,
 * by a refresh of the old state, so that it holds for every type that it can read.
 */
export async function leftovers(setting: TerraformSetting, before: State): Promise<string[]> {
  const folder = join(setting.folder, "leftovers");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const asked = before.addresses.filter((address) => typeOf(address).startsWith("aws_") && !settings.includes(typeOf(address)));
  const json = JSON.parse(readFileSync(join(setting.folder, "cdk.tf.json"), "utf8")) as StackJson;
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(providersAlone(json)));
  writeFileSync(join(folder, "terraform.tfstate"), before.text);
  const there = { ...setting, folder };
  await runText(there, "init", "-input=false", "-no-color");
  await runText(there, "plan", "-refresh-only", "-lock=false", "-no-color", "-out=plan");
  const { prior_state } = JSON.parse(await runText(there, "show", "-json", "plan")) as Refreshed;
  const found = prior_state?.values?.root_module.resources ?? [];
  const standing = new Set(found.filter(({ type, values }) => !isEmpty(values[emptied[type] ?? ""])).map(({ address }) => address));
  return asked.filter((address) => standing.has(address));
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** The plan, which has what there is as its prior state. */
interface Refreshed {
  readonly prior_state?: { readonly values?: { readonly root_module: { readonly resources?: readonly Standing[] } } };
}

interface Standing {
  readonly address: string;
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A stack that has nothing of its own to read or make, and its state in a file. */
function providersAlone({ terraform, provider, variable, locals }: StackJson): StackJson {
  const { backend: _, ...rest } = terraform ?? {};
  return {
    terraform: rest,
    ...Object.fromEntries(Object.entries({ provider, variable, locals }).filter(([, block]) => block !== undefined)),
  };
}
