// Generated from config.ts by `npm run generate`.

/** The data that `Zone` is made from. */
export interface ZoneData {
  /** The zone's name, such as `dev.shop.example.com`. Changing it makes another zone. */
  readonly name: string;
  /** Who may issue certificates for the zone and all beneath it (CAA). Empty: anybody. @default ["amazon.com"] */
  readonly certificateAuthorities?: readonly string[] | undefined;
  /** Records beside those that stacks make: mail, proofs of ownership. By a key that becomes the address. */
  readonly records?: { readonly [name: string]: {
    /** Its name, without the zone's; empty for the zone's own name. @default "" */
    readonly name?: string | undefined;
    /** What kind of record. */
    readonly type: "A" | "AAAA" | "CNAME" | "DS" | "MX" | "NS" | "SRV" | "TXT";
    /** What it says. Text longer than 255 characters is cut as DNS wants it. */
    readonly values: readonly string[];
    /** Seconds for which resolvers keep it. 0 to 604800. @default 300 */
    readonly ttlSeconds?: number | undefined;
  } } | undefined;
  /** Refuse a plan that destroys the zone. Made anew, it has other name servers. @default true */
  readonly protect?: boolean | undefined;
}

/** The data that `Delegation` is made from. */
export interface DelegationData {
  /** The zone that the record is written into, such as `shop.example.com`. */
  readonly parentZoneName: string;
  /** Seconds for which resolvers keep the record. 60 to 172800. @default 3600 */
  readonly ttlSeconds?: number | undefined;
}

/** The data that `DelegationRoles` is made from. */
export interface DelegationRolesData {
  /** The estate's name, the first part of the roles' names. */
  readonly project: string;
  /** The environments with a zone of their own beneath this one, by name. */
  readonly children?: { readonly [name: string]: {
    /** The one name whose NS record may be written. */
    readonly zoneName: string;
    /** The account that the environment is in, whose roles are trusted. */
    readonly accountId: string;
    /** Names of the parent zone itself that the environment may lead to its own distributions, and prove to certificates. @default [] */
    readonly aliasNames?: readonly string[] | undefined;
    /** Roles that may read to plan, beside the account's pipelines. @default [] */
    readonly planners?: readonly string[] | undefined;
    /** Roles that may write, beside the account's pipeline that applies. @default [] */
    readonly appliers?: readonly string[] | undefined;
  } } | undefined;
}

/** The data that `Certificate` is made from. */
export interface CertificateData {
  /** The first name, at most 64 characters; changing any name makes another certificate, before the old one goes. */
  readonly domainName: string;
  /** Further names. `*.shop.example.com` stands for one label only, and not for `shop.example.com`. @default [] */
  readonly alternativeNames?: readonly string[] | undefined;
  /** How many names the account's quota lets a certificate have. 1 to 100. @default 10 */
  readonly nameQuota?: number | undefined;
  /** The key's algorithm. CloudFront takes no `EC_secp384r1`. @default "RSA_2048" */
  readonly keyAlgorithm?: "RSA_2048" | "EC_prime256v1" | "EC_secp384r1" | undefined;
  /** Minutes to wait until ACM has seen the proof and issued the certificate. 1 to 720. @default 30 */
  readonly validationTimeoutMinutes?: number | undefined;
}
