import { synthesize, type Template } from "@groundplan/testing";
import { account, alarmTopic, cluster, encryptionKey, ingress, network, zone } from "../examples/surroundings.js";
import { EcsService, type EcsServiceProps } from "../src/index.js";

export const base = {
  ...account,
  name: "shop-prod-api",
  image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1.4.2",
  cluster,
  network,
  encryptionKey,
} satisfies EcsServiceProps;

/** What a service of the given props synthesizes to. */
export function serviceTemplate(props: Partial<EcsServiceProps> = {}): Template {
  return synthesize((stack) => void new EcsService(stack, "api", { ...base, ...props }));
}

/** What the SSM parameter says, as Terraform would write it. */
export const told = (template: Template): string => String(template.resource("aws_ssm_parameter", "api_deployment")["value"]);

/** Behind the shared load balancer. */
export const behindIngress = {
  port: 8080,
  loadBalancer: "shared",
  hosts: ["api.shop.example.com"],
  priority: 100,
  sharedLoadBalancer: ingress,
  zone,
  alarmTopic,
} satisfies Partial<EcsServiceProps>;

/** With a public load balancer of its own. */
export const behindItsOwn = {
  port: 8080,
  loadBalancer: "public",
  hosts: ["api.shop.example.com"],
  zone,
  alarmTopic,
} satisfies Partial<EcsServiceProps>;
