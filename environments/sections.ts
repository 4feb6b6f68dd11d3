import type { Section } from "./section.js";
import { alerts } from "./sections/alerts.js";
import { cluster } from "./sections/cluster.js";
import { databases } from "./sections/databases.js";
import { dns } from "./sections/dns.js";
import { ecr } from "./sections/ecr.js";
import { ingress } from "./sections/ingress.js";
import { keys } from "./sections/keys.js";
import { network } from "./sections/network.js";
import { services } from "./sections/services.js";
import { sites } from "./sections/sites.js";

/** Every section there is; each file says what it is, and where it may stand. */
export const sections = { keys, alerts, network, dns, ecr, ingress, cluster, databases, services, sites };

export type SectionName = keyof typeof sections;

export const sectionNames = Object.keys(sections) as readonly SectionName[];

/** A section by its name, without the types of its own. */
export function sectionOf(name: SectionName): Section {
  return sections[name];
}

/** The layer of a section's stack, of an entry's: `network`, `service-api`. */
export function layerOf(name: SectionName, entry?: string): string {
  const { entries } = sectionOf(name);
  return entries === undefined ? name : `${entries}-${entry}`;
}
