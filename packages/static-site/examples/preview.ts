import { StaticSite } from "@groundplan/static-site";
import { nonProduction } from "@groundplan/static-site/config";
import type { TerraformStack } from "cdktf";
import { edgeProvider, place } from "./surroundings.js";

/** A preview that asks for a password, costs next to nothing, and goes without a trace. */
export function preview(stack: TerraformStack): StaticSite {
  return new StaticSite(stack, "preview", {
    ...place,
    ...nonProduction,
    name: "shop-dev-docs",
    basicAuth: true,
    headers: { custom: { "x-robots-tag": "noindex" } },
    edgeProvider: edgeProvider(stack),
  });
}
