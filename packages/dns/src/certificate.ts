import { AcmCertificate, type AcmCertificateConfig } from "@cdktf/provider-aws/lib/acm-certificate/index.js";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation/index.js";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import type { Route53Record } from "@cdktf/provider-aws/lib/route53-record/index.js";
import { address, type Certificate as CertificateContract, checkProps, type HostedZone } from "@groundplan/core";
import { Construct } from "constructs";
import { type CertificateConfig, schemas } from "./config.js";
import { proofs, provenBy } from "./proofs.js";
import type { CertificateData } from "./props.generated.js";
import { requireWithin } from "./within-zone.js";

/** What a Certificate is made from. */
export interface CertificateProps extends CertificateData {
  /** The zone that all its names are in; the records of proof are written there. */
  readonly zone: HostedZone;
  /** Where the certificate is to be, if not where the stack is: us-east-1 for CloudFront. The records are `zoneProvider`'s. */
  readonly edgeProvider?: AwsProvider | undefined;
  /** Writes the records into the zone, where that is another account's. Default: the stack's own. */
  readonly zoneProvider?: AwsProvider | undefined;
  /** A certificate of the same names in another region, in the same account: ACM has both prove themselves by its records. */
  readonly provenBy?: Certificate | undefined;
  /** Arguments of the certificate itself, for what the other properties do not cover. */
  readonly overrides?: { readonly certificate?: Partial<AcmCertificateConfig> } | undefined;
}

/**
 * A public certificate that Amazon issues and renews for as long as its records of proof stand. `certificateArn` is known once it
 * is issued, so that whoever uses it waits for that; one of other names is made before the old one goes.
 *
 * Cost: none.
 *
 * @example new Certificate(this, "certificate", { zone, domainName: "shop.example.com", alternativeNames: ["*.shop.example.com"] })
 * @throws {PropsError} where the props do not fit the schema, or a name is not beneath the zone
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 */
export class Certificate extends Construct implements CertificateContract {
  readonly certificateArn: string;
  readonly certificate: AcmCertificate;
  readonly validation: AcmCertificateValidation;
  /** The records of proof, by the name that they are for. */
  readonly records: ReadonlyMap<string, Route53Record>;

  constructor(scope: Construct, id: string, props: CertificateProps) {
    super(scope, id);
    const { zone, edgeProvider, zoneProvider, provenBy: proven, overrides, ...data } = props;
    const config = checkProps(this, schemas.Certificate, data);
    requireWithin(this, zone.zoneName, namesOf(config));

    const provider = edgeProvider === undefined ? {} : { provider: edgeProvider };
    this.certificate = address(
      new AcmCertificate(this, "certificate", {
        ...provider,
        domainName: config.domainName,
        subjectAlternativeNames: config.alternativeNames,
        validationMethod: "DNS",
        keyAlgorithm: config.keyAlgorithm,
        lifecycle: { createBeforeDestroy: true },
        ...overrides?.certificate,
      }),
      this,
    );
    const names = [config.domainName, ...config.alternativeNames];
    const { certificate } = this;
    this.records = proven === undefined ? proofs(this, { zone, certificate, names, zoneProvider }) : provenBy(this, proven, names);
    this.validation = address(
      new AcmCertificateValidation(this, "validation", {
        ...provider,
        certificateArn: this.certificate.arn,
        validationRecordFqdns: [...this.records.values()].map(({ fqdn }) => fqdn),
        timeouts: { create: `${config.validationTimeoutMinutes}m` },
      }),
      this,
    );
    this.certificateArn = this.validation.certificateArn;
  }
}

function namesOf({ domainName, alternativeNames }: CertificateConfig) {
  return [
    { path: ["domainName"], name: domainName },
    ...alternativeNames.map((name, index) => ({ path: ["alternativeNames", index], name })),
  ];
}
