import { type StaticSiteConfig, schemas } from "../src/config.js";

export const base = { name: "shop-prod-docs", accountId: "111111111111", region: "eu-west-1" };

/** What is wrong, by path. */
export function problems(data: Readonly<Record<string, unknown>>): readonly string[] {
  const { error } = schemas.StaticSite.safeParse({ ...base, ...data });
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

/** The data with its defaults. */
export const config = (data: Readonly<Record<string, unknown>> = {}): StaticSiteConfig => schemas.StaticSite.parse({ ...base, ...data });
