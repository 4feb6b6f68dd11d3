import { Database, type DatabaseProps } from "@groundplan/rds";
import { synthesize } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { ground, place } from "../../../packages/rds/test/ground.js";
import type { SmallStack } from "./estate.js";

/** `prod-database-main`: two databases of production, one for each way that a master's password is kept. */
export function databaseStack(changes: Partial<DatabaseProps> = {}): SmallStack {
  const { resource, data, ephemeral } = synthesize((stack: TerraformStack) => {
    const shared = { ...place, engine: "postgres", version: "17", ...ground(stack) } as const;
    new Database(stack, "managed", { ...shared, name: "shop-managed", ...changes });
    new Database(stack, "written", { ...shared, name: "shop-written", master: { secret: "writeOnly" } });
  }).json as Pick<Required<NonNullable<SmallStack["more"]>>, "data" | "ephemeral"> & { readonly resource: SmallStack["resources"] };
  return {
    stack: "prod-database-main",
    layer: "database",
    entry: "main",
    production: true,
    resources: resource,
    more: { data, ephemeral },
  };
}
