/** A label of a host's name. */
const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
const domain = `(${label}\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?`;
/** A label of any record's name: `_dmarc`. */
const recordLabel = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";

// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
export const domainPattern = new RegExp(`^(?=.{1,253}$)${domain}$`);

/** A domain, or one with `*` for its leftmost label. */
export const wildcardPattern = new RegExp(`^(?=.{1,253}$)(\\*\\.)?${domain}$`);

/** A record's name within its zone: `www`, `*.preview`, `_dmarc`; empty for the zone's own name. */
export const recordPattern = new RegExp(`^((\\*|${recordLabel})(\\.${recordLabel})*)?$`);

/** Whether a name is the zone's own, or beneath it. */
export function isWithin(name: string, zoneName: string): boolean {
  return name === zoneName || name.endsWith(`.${zoneName}`);
}

/** The name without its wildcard. ACM has `*.example.com` and `example.com` prove themselves by one record. */
export function baseName(name: string): string {
  return name.replace(/^\*\./, "");
}

/** The name as part of an address, which has no `*`. */
export function addressName(name: string): string {
  return name.replace(/^\*/, "wildcard");
}
