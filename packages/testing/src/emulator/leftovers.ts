import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StackJson } from "../stack-json.js";
import { type State, typeOf } from "./state.js";
import { runEvents, runText, type TerraformSetting } from "./terraform.js";

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
  const events = await runEvents(there, "plan", "-refresh-only", "-lock=false");
  const gone = events.filter(({ type, change }) => type === "resource_drift" && change?.action === "delete");
  const goneAddresses = new Set(gone.map(({ change }) => change?.resource.addr));
  return asked.filter((address) => !goneAddresses.has(address));
}

/** A stack that has nothing of its own to read or make, and its state in a file. */
function providersAlone({ terraform, provider, variable, locals }: StackJson): StackJson {
  const { backend: _, ...rest } = terraform ?? {};
  return {
    terraform: rest,
    ...Object.fromEntries(Object.entries({ provider, variable, locals }).filter(([, block]) => block !== undefined)),
  };
}
