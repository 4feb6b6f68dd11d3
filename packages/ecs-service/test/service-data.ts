import { type EcsServiceConfig, schemas } from "../src/config.js";

/** The least that a service is made from. */
export const given = {
  name: "shop-prod-api",
  accountId: "111111111111",
  region: "eu-west-1",
  image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1.4.2",
};
/** Behind a shared load balancer. */
export const shared = { port: 8080, loadBalancer: "shared", hosts: ["api.shop.example.com"], priority: 10 };
/** With a public one of its own. */
export const own = { port: 8080, loadBalancer: "public", hosts: ["api.shop.example.com"] };

export const config = (data: Readonly<Record<string, unknown>> = {}): EcsServiceConfig => schemas.EcsService.parse({ ...given, ...data });
