import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Terraform = (folder: string, ...args: string[]) => Promise<string>;

/** Settings, which an account or a region always has and a destroy sets back; and revisions of tasks that are to stay (`skip_destroy`). */
const stays = [
  "aws_account_primary_contact",
  "aws_account_region",
  "aws_default_network_acl",
  "aws_default_route_table",
  "aws_default_security_group",
  "aws_default_subnet",
  "aws_default_vpc",
  "aws_default_vpc_dhcp_options",
  "aws_ebs_default_kms_key",
  "aws_ebs_encryption_by_default",
  "aws_ebs_snapshot_block_public_access",
  "aws_ec2_image_block_public_access",
  "aws_ec2_instance_metadata_defaults",
  "aws_ec2_serial_console_access",
  "aws_ecr_registry_scanning_configuration",
  "aws_ecs_account_setting_default",
  "aws_ecs_task_definition",
  "aws_ssm_service_setting",
  "aws_vpc_block_public_access_options",
];

/** What the provider asks for only through what held it, and fails once that is gone; their own tests see them go. */
const unaskable = ["aws_guardduty_filter", "aws_guardduty_organization_admin_account", "aws_guardduty_publishing_destination"];

/** What still stands of what a state held before it was destroyed: the provider is asked for each of it again. */
export async function leftovers(terraform: Terraform, stack: string, before: string): Promise<string[]> {
  const folder = join(stack, "..", "left");
  mkdirSync(folder);
  cpSync(join(stack, "provider.tf"), join(folder, "provider.tf"));
  writeFileSync(join(folder, "terraform.tfstate"), before);
  await terraform(folder, "init");
  const all = (await terraform(folder, "state", "list")).split("\n");
  const dropped = all.filter((address) => unaskable.includes(address.split(".")[0] ?? ""));
  if (dropped.length > 0) await terraform(folder, "state", "rm", ...dropped);
  const held = all.filter((address) => !dropped.includes(address));
  const asked = held.filter((address) => /^aws_/.test(address) && !stays.includes(address.split(".")[0] ?? ""));
  const events = await terraform(folder, "plan", "-refresh-only", "-json");
  const gone = events.split("\n").filter((line) => line.includes('"resource_drift"') && line.includes('"action":"delete"'));
  const addresses = gone.map((line) => (JSON.parse(line) as Drift).change.resource.addr);
  return asked.filter((address) => !addresses.includes(address));
}

interface Drift {
  readonly change: { readonly resource: { readonly addr: string } };
}
