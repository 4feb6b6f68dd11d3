import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Terraform = (folder: string, ...args: string[]) => Promise<string>;

/**
 * What is there when nothing was made, or stays on purpose: an account's settings, which a destroy sets back, and
 * revisions of tasks that are to stay (`skip_destroy`).
 */
const stays =
  /^aws_(ebs_|ec2_(image_block|instance_metadata|serial_console)|ssm_service_setting|vpc_block_public_access_options)|^aws_ecs_task_definition\./;

/** What still stands of what a state held before it was destroyed: the provider is asked for each of it again. */
export async function leftovers(terraform: Terraform, stack: string, before: string): Promise<string[]> {
  const folder = join(stack, "..", "left");
  mkdirSync(folder);
  cpSync(join(stack, "provider.tf"), join(folder, "provider.tf"));
  writeFileSync(join(folder, "terraform.tfstate"), before);
  await terraform(folder, "init");
  const asked = (await terraform(folder, "state", "list")).split("\n").filter((address) => /^aws_/.test(address) && !stays.test(address));
  const events = await terraform(folder, "plan", "-refresh-only", "-json");
  const gone = events.split("\n").filter((line) => line.includes('"resource_drift"') && line.includes('"action":"delete"'));
  const addresses = gone.map((line) => (JSON.parse(line) as Drift).change.resource.addr);
  return asked.filter((address) => !addresses.includes(address));
}

interface Drift {
  readonly change: { readonly resource: { readonly addr: string } };
}
