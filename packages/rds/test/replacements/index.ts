import { ofClusters } from "./cluster.js";
import { ofGroups } from "./groups.js";
import { ofInstances } from "./instance.js";
import { ofMembers } from "./members.js";
import { ofOthers } from "./others.js";
import type { Replacements } from "./replacements.js";

export type { Replacements } from "./replacements.js";

/**
 * What replaces, of all that the module makes, as provider 5.100 plans it. Its schema does not tell.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
 */
export const replacements: readonly Replacements[] = [...ofInstances, ...ofClusters, ...ofMembers, ...ofGroups, ...ofOthers];
