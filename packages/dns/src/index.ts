export { type Alias, type AliasTarget, aliasRecord } from "./alias-record.js";
export { Certificate, type CertificateProps } from "./certificate.js";
export type { CertificateConfig, DelegationConfig, DelegationRolesConfig, ZoneConfig } from "./config.js";
export { Delegation, type DelegationProps } from "./delegation.js";
export { DelegationRoles, type DelegationRolesProps } from "./delegation-roles.js";
export type { CertificateData, DelegationData, DelegationRolesData, ZoneData } from "./props.generated.js";
export { Zone, type ZoneProps } from "./zone.js";
