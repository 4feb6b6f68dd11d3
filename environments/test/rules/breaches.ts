/** How a production environment breaks one rule, and no other. */
export interface Breach {
  readonly rule: string;
  /** What its file says beside what {@link sound} says already. */
  readonly sections: Readonly<Record<string, unknown>>;
  /** What is told of: the value that breaks the rule. */
  readonly at: readonly (string | number)[];
  /** The account that it stands in. */
  readonly account: "prod" | "shared";
}

type Data = Readonly<Record<string, unknown>>;
type Told = Breach["at"];

const service = { image: "444444444444.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1.4.2", port: 8080 };
const behindItsOwn = { ...service, loadBalancer: "public", hosts: ["api"] };
const zone = { delegation: "elsewhere" };

/** The sections that a breach needs, with `data` in the one that it is about. */
const inSection =
  (name: string, beside: Data = {}) =>
  (rule: string, data: Data, at: Told): Breach => ({ rule, account: "prod", sections: { ...beside, [name]: data }, at: [name, ...at] });

const ofNetwork = inSection("network");
const ofZone = inSection("dns");
const ofIngress = inSection("ingress", { network: {}, dns: zone });
const ofCluster = inSection("cluster");

const ofRepository = (rule: string, data: Data, at: Told): Breach => ({
  rule,
  account: "shared",
  sections: { ecr: { repositories: { app: data } } },
  at: ["ecr", ...at],
});

const ofService = (rule: string, data: Data, at: Told): Breach => ({
  rule,
  account: "prod",
  sections: { network: {}, dns: zone, services: { api: { ...service, ...data } } },
  at: ["services", "api", ...at],
});

const ofBalancedService = (rule: string, data: Data, at: Told): Breach => ofService(rule, { ...behindItsOwn, ...data }, at);

const ofDatabase = (rule: string, data: Data, at: Told): Breach => ({
  rule,
  account: "prod",
  sections: { network: {}, databases: { main: { engine: "postgres", version: "17", ...data } } },
  at: ["databases", "main", ...at],
});

const ofSite = (rule: string, data: Data, at: Told): Breach => ({
  rule,
  account: "prod",
  sections: { dns: zone, sites: { docs: { domainNames: ["docs"], ...data } } },
  at: ["sites", "docs", ...at],
});

const complianceLock = {
  mode: "compliance",
  minDays: 1,
  maxDays: 90,
  changeableForDays: 3,
  acknowledge: "the auditors of 2030 asked for it",
};

/** Every production rule, broken once. */
export const breaches: readonly Breach[] = [
  inSection("keys")("kms-key-protected", { protect: false }, ["protect"]),
  inSection("alerts")("alerts-reach-somebody", { subscriptions: {} }, ["subscriptions"]),

  ofNetwork("network-multi-az", { azs: ["a"] }, ["azs"]),
  ofNetwork("network-nat-per-az", { nat: "single" }, ["nat"]),
  ofNetwork("network-flow-logs", { flowLogs: { destination: "none" } }, ["flowLogs", "destination"]),
  ofNetwork("network-flow-logs-kept", { flowLogs: { retentionDays: 30 } }, ["flowLogs", "retentionDays"]),
  ofNetwork("network-no-public-ips", { tiers: { public: { publicIps: true } } }, ["tiers"]),
  ofNetwork("network-room-for-load-balancers", { tiers: { public: { prefixLength: 28 } } }, ["tiers", "public"]),
  ofNetwork("network-protected", { protect: false }, ["protect"]),

  ofZone("zone-protected", { ...zone, protect: false }, ["protect"]),

  ofRepository("ecr-immutable-tags", { immutableTags: false }, ["repositories"]),
  ofRepository("ecr-scanned", { scanOnPush: false }, ["repositories"]),
  ofRepository("ecr-protected", { protect: false }, ["repositories"]),

  ofIngress("load-balancer-protected", { protect: false }, ["protect"]),
  ofIngress("load-balancer-logged", { logs: "off" }, ["logs"]),
  ofIngress("load-balancer-test-listener-closed", { testListener: { allowedCidrs: ["0.0.0.0/0"] } }, ["testListener", "allowedCidrs"]),
  ofIngress("load-balancer-errors-told", { alarms: { serverErrors: "off" } }, ["alarms", "serverErrors"]),
  ofIngress("web-acl-blocks", { webAcl: { mode: "count" } }, ["webAcl", "mode"]),
  ofIngress("web-acl-common-rules", { webAcl: { managedRules: { sqli: "off" } } }, ["webAcl", "managedRules"]),
  ofIngress("web-acl-rate-limited", { webAcl: { rateLimit: "off" } }, ["webAcl", "rateLimit"]),
  ofIngress("web-acl-logged", { webAcl: { logs: "off" } }, ["webAcl", "logs"]),
  ofIngress("ingress-web-acl", { webAcl: "off" }, ["webAcl"]),

  ofCluster("cluster-container-insights", { containerInsights: "disabled" }, ["containerInsights"]),
  ofCluster("cluster-shell-log-kept", { executeCommandLogRetentionDays: 30 }, ["executeCommandLogRetentionDays"]),
  ofCluster("cluster-protected", { protect: false }, ["protect"]),

  ofService("task-protected", { protect: false }, ["protect"]),
  ofService("task-logs-kept", { logs: { retentionDays: 30 } }, ["logs", "retentionDays"]),
  ofService("task-not-root", { runAsRoot: true }, ["runAsRoot"]),
  ofService("service-two-tasks", { desiredCount: 1 }, ["desiredCount"]),
  ofService("service-two-tasks-scaled", { scaling: { min: 1, max: 4, cpuPercent: 60 } }, ["scaling", "min"]),
  ofService(
    "service-two-tasks-scheduled",
    { scaling: { min: 2, max: 4, cpuPercent: 60, schedules: { night: { schedule: "cron(0 20 * * ? *)", min: 0, max: 1 } } } },
    ["scaling", "schedules"],
  ),
  ofBalancedService("service-web-acl", { ownWebAcl: "off" }, ["ownWebAcl"]),
  ofBalancedService("service-load-balancer-logged", { ownLoadBalancer: { logs: "off" } }, ["ownLoadBalancer", "logs"]),
  ofService("service-alarms", { alarms: { failedDeployment: false } }, ["alarms"]),
  ofService("service-not-spot-only", { capacity: { base: 0, fargate: 0, spot: 1 } }, ["capacity"]),
  ofService("service-image-of-the-estate", { image: "public.ecr.aws/nginx/nginx:1.27" }, ["image"]),
  ofService("service-image-pinned", { image: "444444444444.dkr.ecr.eu-west-1.amazonaws.com/api:latest" }, ["image"]),
  ofService("service-no-shell", { executeCommand: "on", readOnlyRoot: false }, ["executeCommand"]),
  ofService("service-rolls-back", { deployment: { kind: "rolling", circuitBreaker: "off" } }, ["deployment", "circuitBreaker"]),

  ofDatabase("database-multi-az", { availability: "single" }, ["availability"]),
  ofDatabase("database-backups-kept", { backups: { retentionDays: 13 } }, ["backups", "retentionDays"]),
  ofDatabase("database-final-snapshot", { backups: { finalSnapshot: false } }, ["backups", "finalSnapshot"]),
  ofDatabase("database-backups-outlive", { backups: { keepAfterDestroy: false } }, ["backups", "keepAfterDestroy"]),
  ofDatabase("database-protected", { protect: false }, ["protect"]),
  ofDatabase("database-changes-in-window", { upgrades: { applyImmediately: true } }, ["upgrades", "applyImmediately"]),
  ofDatabase("database-never-stopped", { schedule: { stop: "cron(0 20 * * ? *)", start: "cron(0 7 * * ? *)" } }, ["schedule"]),
  ofDatabase("database-not-burstable", { size: "db.t4g.small" }, ["size"]),
  ofDatabase("database-room-to-grow", { storage: { type: "gp3", maxGib: "off" } }, ["storage", "maxGib"]),
  ofDatabase("database-logs-kept", { logRetentionDays: 30 }, ["logRetentionDays"]),
  ofDatabase("database-observed", { alarms: { cpuPercent: "off" } }, ["alarms"]),
  ofDatabase("database-vault-can-be-unlocked", { backupPlan: { lock: complianceLock } }, ["backupPlan", "lock", "mode"]),

  ofSite("site-public", { basicAuth: true }, ["basicAuth"]),
  ofSite("site-own-name", { domainNames: [] }, ["domainNames"]),
  ofSite("site-https-remembered", { headers: { hsts: "off" } }, ["headers", "hsts"]),
  ofSite("site-content-security-policy", { headers: { contentSecurityPolicy: "off" } }, ["headers", "contentSecurityPolicy"]),
  ofSite("site-behind-waf", { webAcl: "off" }, ["webAcl"]),
  ofSite("site-web-acl-blocks", { webAcl: { mode: "count" } }, ["webAcl", "mode"]),
  ofSite("site-web-acl-common-rules", { webAcl: { managedRules: { sqli: "off" } } }, ["webAcl", "managedRules"]),
  ofSite("site-web-acl-rate-limited", { webAcl: { rateLimit: "off" } }, ["webAcl", "rateLimit"]),
  ofSite("site-web-acl-logged", { webAcl: { logs: "off" } }, ["webAcl", "logs"]),
  ofSite("site-logged", { logs: { accessLogs: "off" } }, ["logs", "accessLogs"]),
  ofSite("site-logs-kept", { logs: { retentionDays: 30 } }, ["logs", "retentionDays"]),
  ofSite("site-observed", { alarms: { errors5xxPercent: "off" } }, ["alarms", "errors5xxPercent"]),
  ofSite("site-rollback", { keep: { versions: 1 } }, ["keep", "versions"]),
  ofSite("site-protected", { protect: false }, ["protect"]),
];
