import { StaticSite } from "@groundplan/static-site";
import type { TerraformStack } from "cdktf";
import { edgeProvider, place, zone } from "./surroundings.js";

/** A single-page app, and its API behind the same name: no CORS, no second certificate. */
export function app(stack: TerraformStack): StaticSite {
  return new StaticSite(stack, "app", {
    ...place,
    name: "shop-prod-app",
    routing: "spa",
    domainNames: ["shop.example.com", "www.shop.example.com"],
    headers: { contentSecurityPolicy: { "img-src": ["'self'", "data:", "https://images.example.com"] } },
    origins: {
      api: { domainName: "api.shop.example.com", paths: ["/api/*"] },
      feeds: { domainName: "feeds.example.net", paths: ["/feeds/*"], methods: "read", cache: "origin" },
    },
    zone,
    edgeProvider: edgeProvider(stack),
  });
}
