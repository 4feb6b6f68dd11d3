import { type DatabaseConfig, schemas } from "../src/config.js";

export const base = { name: "shop-prod-main", accountId: "111111111111", region: "eu-west-1", engine: "postgres", version: "17" };
export const aurora = { engine: "aurora-postgresql", version: "16" };
export const standbys = { availability: "readableStandbys", size: "db.m6gd.large" };
export const replica = { replicas: { reports: {} }, master: { secret: "writeOnly" } };

/** What is wrong, by path. */
export function problems(data: Readonly<Record<string, unknown>>): readonly string[] {
  const { error } = schemas.Database.safeParse({ ...base, ...data });
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

/** The data with its defaults. */
export const config = (data: Readonly<Record<string, unknown>> = {}): DatabaseConfig => schemas.Database.parse({ ...base, ...data });
