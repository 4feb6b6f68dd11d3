import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Terraform = (folder: string, ...args: string[]) => Promise<string>;

/** Revisions of tasks that are to stay (`skip_destroy`), and what AWS makes by itself and Terraform lets go of: it must be there still. */
const stays = ["aws_default_subnet", "aws_default_vpc", "aws_default_vpc_dhcp_options", "aws_ecs_task_definition"];

/** What every VPC has: there as long as its VPC, which then is the region's default one. */
const ofVpc = ["aws_default_network_acl", "aws_default_route_table", "aws_default_security_group"];

/** Settings, which an account or a region always has: what a destroy sets each back to. */
const reset: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  aws_ebs_encryption_by_default: { enabled: false },
  aws_ebs_snapshot_block_public_access: { state: "unblocked" },
  aws_ec2_serial_console_access: { enabled: false },
  aws_vpc_block_public_access_options: { internet_gateway_block_mode: "off" },
};

/** Settings that the provider leaves as they are, or sets to what it does not ask for again. */
const kept = [
  "aws_account_primary_contact",
  "aws_account_region",
  "aws_ebs_default_kms_key",
  "aws_ec2_image_block_public_access",
  "aws_ec2_instance_metadata_defaults",
  "aws_ecr_registry_scanning_configuration",
  "aws_ecs_account_setting_default",
  "aws_ssm_service_setting",
];

/**
 * What the provider, once it is gone, does not take for gone, but for one that has nothing: it finds no administrator, and keeps an
 * empty one; Inspector is disabled for every account there is.
 */
const emptied: Readonly<Record<string, string>> = {
  aws_guardduty_organization_admin_account: "admin_account_id",
  aws_inspector2_enabler: "account_ids",
};

/** What the provider asks for only through what holds it, and fails once that is gone: these are destroyed, and asked for, before the rest. */
const heldByAnother = ["aws_guardduty_filter", "aws_guardduty_publishing_destination"];

const typeOf = (address: string): string => address.split(".")[0] ?? "";

/** Of a state's addresses, those that can only be asked for while what holds them stands. */
export async function held(terraform: Terraform, stack: string): Promise<string[]> {
  return (await addresses(terraform, stack)).filter((address) => heldByAnother.includes(typeOf(address)));
}

/**
 * What is not as a destroy leaves it of what a state held before: the provider is asked for each of it again.
 * With `only`, these addresses are asked for, and else all that can be.
 */
export async function leftovers(
  terraform: Terraform,
  stack: string,
  state: { before: string; only?: readonly string[] },
): Promise<string[]> {
  const folder = mkdtempSync(join(stack, "..", "left-"));
  cpSync(join(stack, "provider.tf"), join(folder, "provider.tf"));
  writeFileSync(join(folder, "terraform.tfstate"), state.before);
  await terraform(folder, "init");
  const all = await addresses(terraform, folder);
  const asked = state.only ?? all.filter((address) => !heldByAnother.includes(typeOf(address)));
  const dropped = all.filter((address) => !asked.includes(address));
  if (dropped.length > 0) await terraform(folder, "state", "rm", ...dropped);
  await terraform(folder, "plan", "-refresh-only", "-out=plan");
  const { prior_state } = JSON.parse(await terraform(folder, "show", "-json", "plan")) as Refreshed;
  const now = new Map((prior_state?.values?.root_module.resources ?? []).map(({ address, values }) => [address, values]));
  return asked.filter((address) => !isLeftAsItShould(address, now));
}

async function addresses(terraform: Terraform, folder: string): Promise<string[]> {
  return (await terraform(folder, "state", "list")).split("\n").filter((address) => /^aws_/.test(address));
}

/** `now`: what there is, by its address. */
function isLeftAsItShould(address: string, now: ReadonlyMap<string, Values>): boolean {
  const [type, values] = [typeOf(address), now.get(address)];
  if (stays.includes(type)) return values !== undefined;
  if (values === undefined || kept.includes(type)) return true;
  if (ofVpc.includes(type)) return [...now].some(([other, { id }]) => typeOf(other) === "aws_default_vpc" && id === values["vpc_id"]);
  const wanted = reset[type];
  if (wanted !== undefined) return Object.entries(wanted).every(([name, value]) => values[name] === value);
  const emptiedProperty = emptied[type];
  return emptiedProperty !== undefined && isEmpty(values[emptiedProperty]);
}

const isEmpty = (value: unknown): boolean => value === null || value === "" || (Array.isArray(value) && value.length === 0);

type Values = Readonly<Record<string, unknown>>;

interface Refreshed {
  readonly prior_state?: {
    readonly values?: { readonly root_module: { readonly resources?: readonly { readonly address: string; readonly values: Values }[] } };
  };
}
