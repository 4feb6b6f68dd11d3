import { certificate } from "./schema/certificate.js";
import { delegation } from "./schema/delegation.js";
import { delegationRoles } from "./schema/delegation-roles.js";
import { zone } from "./schema/zone.js";

export type { CertificateConfig } from "./schema/certificate.js";
export type { DelegationConfig } from "./schema/delegation.js";
export type { DelegationChild, DelegationRolesConfig } from "./schema/delegation-roles.js";
export { nonProduction, rules, type ZoneConfig } from "./schema/zone.js";

/** The data of each class: the props, their defaults, checks and documentation. */
export const schemas = { Zone: zone, Delegation: delegation, DelegationRoles: delegationRoles, Certificate: certificate };
