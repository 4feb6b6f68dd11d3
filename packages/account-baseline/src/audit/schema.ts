/** The audit's sections of an account, in its home region: `audit`. */
export const accountAudit = {};

/** The audit's sections of each further region. */
export const regionAudit = {};

/** Identifiers of what stands already: of the account, and of each region. */
export const existingAccountAudit = {};
export const existingRegionAudit = {};
