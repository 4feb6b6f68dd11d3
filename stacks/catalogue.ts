import type { Environment } from "../environments/load.js";
import { alertsStack } from "./alerts.js";
import { clusterStack } from "./cluster.js";
import type { LayerName } from "./contracts.js";
import { databaseStack } from "./database.js";
import { dnsStack } from "./dns.js";
import { ecrStack } from "./ecr.js";
import { ingressStack } from "./ingress.js";
import { keysStack } from "./keys.js";
import { type Layer, layerId } from "./layer.js";
import { networkStack } from "./network.js";
import { serviceStack } from "./service.js";
import { databasesOf, readDatabases } from "./service-databases.js";
import { siteStack } from "./site.js";
import { upstreamOf } from "./upstream.js";

const one = [""];
const oneIf = (exists: boolean): readonly string[] => (exists ? one : []);

/** Every layer there is, those that others come after first. */
export const layers: { readonly [Name in LayerName]: Layer<Name> } = {
  keys: {
    upstream: () => [],
    entries: () => one,
    build: keysStack,
  },
  alerts: {
    upstream: () => ["keys"],
    entries: () => one,
    build: (stack, setting) => alertsStack(stack, { ...setting, keys: upstreamOf(stack, setting)("keys") }),
  },
  network: {
    upstream: () => ["keys"],
    entries: ({ network }) => oneIf(network !== undefined),
    build: (stack, setting) => networkStack(stack, { ...setting, keys: upstreamOf(stack, setting)("keys") }),
  },
  dns: {
    upstream: () => [],
    entries: ({ dns }) => oneIf(dns !== undefined),
    build: dnsStack,
  },
  ecr: {
    upstream: () => ["keys"],
    entries: ({ ecr }) => oneIf(ecr !== undefined),
    build: (stack, setting) => ecrStack(stack, { ...setting, keys: upstreamOf(stack, setting)("keys") }),
  },
  ingress: {
    upstream: () => ["keys", "alerts", "network", "dns"],
    entries: ({ ingress }) => oneIf(ingress !== undefined),
    build: (stack, setting) => {
      const read = upstreamOf(stack, setting);
      ingressStack(stack, { ...setting, keys: read("keys"), alerts: read("alerts"), network: read("network"), dns: read("dns") });
    },
  },
  cluster: {
    upstream: () => ["keys"],
    entries: ({ services }) => oneIf(Object.keys(services).length > 0),
    build: (stack, setting) => clusterStack(stack, { ...setting, keys: upstreamOf(stack, setting)("keys") }),
  },
  database: {
    upstream: () => ["keys", "alerts", "network"],
    entries: ({ databases }) => Object.keys(databases),
    build: (stack, setting) => {
      const read = upstreamOf(stack, setting);
      databaseStack(stack, { ...setting, keys: read("keys"), alerts: read("alerts"), network: read("network") });
    },
  },
  service: {
    upstream: (environment, entry) => [
      ...["keys", "alerts", "network", "cluster"],
      ...trafficOf(environment, entry),
      ...databasesOf(environment, entry).map((name) => layerId("database", name)),
    ],
    entries: ({ services }) => Object.keys(services),
    build: (stack, setting) => {
      const read = upstreamOf(stack, setting);
      const traffic = trafficOf(setting.environment, setting.entry);
      serviceStack(stack, {
        ...setting,
        keys: read("keys"),
        alerts: read("alerts"),
        network: read("network"),
        cluster: read("cluster"),
        dns: traffic.includes("dns") ? read("dns") : undefined,
        ingress: traffic.includes("ingress") ? read("ingress") : undefined,
        databases: readDatabases(read, setting),
      });
    },
  },
  site: {
    upstream: (environment, entry) => ["alerts", ...(readsZone(environment, entry) ? ["dns"] : [])],
    entries: ({ sites }) => Object.keys(sites),
    build: (stack, setting) => {
      const read = upstreamOf(stack, setting);
      const dns = readsZone(setting.environment, setting.entry) ? read("dns") : undefined;
      siteStack(stack, { ...setting, alerts: read("alerts"), dns });
    },
  },
};

/** Whether a site's names are in the environment's own zone. */
function readsZone({ sites }: Environment, entry: string): boolean {
  const { domainNames = [], zone } = sites[entry] ?? {};
  return domainNames.length > 0 && zone === "environment";
}

/** What a service reads for its requests: where its names are, or the load balancer that it shares, to which they lead already. */
function trafficOf({ services }: Environment, entry: string): readonly ("dns" | "ingress")[] {
  const { loadBalancer = "none", hosts = [] } = services[entry] ?? {};
  if (loadBalancer === "shared") return ["ingress"];
  return loadBalancer === "none" || hosts.length === 0 ? [] : ["dns"];
}
