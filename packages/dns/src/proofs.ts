import type { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate/index.js";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record/index.js";
import { address, type HostedZone, PropsError } from "@groundplan/core";
import { Token } from "cdktf";
import type { Construct } from "constructs";
import { baseName } from "./names.js";

type Records = ReadonlyMap<string, Route53Record>;

/** What is to be proved, and where. */
export interface Proof {
  readonly zone: HostedZone;
  readonly certificate: AcmCertificate;
  readonly names: readonly string[];
  /** Writes into the zone; the stack's own if there is none. */
  readonly zoneProvider: AwsProvider | undefined;
}

/**
 * The records by which a certificate's names prove themselves, one for a name and its wildcard. ACM gives all certificates of an
 * account the same record for a name, so that one which stands already is taken over.
 */
export function proofs(module: Construct, { zone, certificate, names, zoneProvider }: Proof): Records {
  const made = baseNames(names).map((name) => {
    const option = (attribute: string): string => optionOf(certificate, name, attribute);
    const record = new Route53Record(module, `proof-${name}`, {
      ...(zoneProvider === undefined ? {} : { provider: zoneProvider }),
      zoneId: zone.zoneId,
      name: option("resource_record_name"),
      type: option("resource_record_type"),
      records: [option("resource_record_value")],
      ttl: 300,
      allowOverwrite: true,
      // Another certificate of the name has the same record, but Terraform knows that only once it stands: it would replace the
      // record, and, where something after it is created before it is destroyed, delete the one that it has just written.
      // https://aws.amazon.com/certificate-manager/faqs/#dns_validation
      lifecycle: { ignoreChanges: ["name", "type", "records"] },
    });
    return [name, address(record, module, "proof", name)] as const;
  });
  return new Map(made);
}

/** @throws {PropsError} where the other certificate's records do not prove all names */
export function provenBy(module: Construct, other: { readonly records: Records }, names: readonly string[]): Records {
  const wanted = baseNames(names);
  const missing = wanted.filter((name) => !other.records.has(name));
  if (missing.length === 0) return new Map([...other.records].filter(([name]) => wanted.includes(name)));
  const fix = "give that certificate these names too, or leave it out";
  throw new PropsError(module.node.path, [
    { path: ["provenBy"], value: undefined, wrong: `has no record of proof for ${missing.join(", ")}`, fix },
  ]);
}

function baseNames(names: readonly string[]): string[] {
  return [...new Set(names.map(baseName))];
}

/** Terraform knows the options as a set: they are found by their name, in which wildcard and plain name are the same. */
function optionOf(certificate: AcmCertificate, name: string, attribute: string): string {
  const options = `\${[for option in ${certificate.fqn}.domain_validation_options : option.${attribute} if trimprefix(option.domain_name, "*.") == "${name}"][0]}`;
  return Token.asString(options);
}
