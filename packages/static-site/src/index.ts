export type { StaticSiteWiring } from "./blueprint.js";
export type { StaticSiteConfig } from "./config.js";
export type { StaticSiteOverrides } from "./overrides.js";
export type { StaticSiteData } from "./props.generated.js";
export { type PublishedSite, passwordStatements, publishStatements } from "./publish-statements.js";
export { StaticSite, type StaticSiteProps } from "./static-site.js";
