import type { Template } from "@groundplan/testing";
import { describe, expect, test } from "vitest";
import type { Estate } from "../../environments/load.js";
import { localEstate, ownEstate, synthesized, type WrittenStack } from "./synthesized.js";

/** Where the environment and the archive are. */
interface Places {
  readonly emulatorOnly?: boolean;
  readonly regionOfArchive?: string;
}

/** The emulator's environment as one of AWS, with all that logs in it, and the security account beside it. */
function withArchive(
  changes: Partial<Pick<Estate, "logArchive" | "keepFormerLogs">>,
  { emulatorOnly = false, regionOfArchive = "eu-west-1" }: Places = {},
): Estate {
  const { accounts, environments } = ownEstate();
  const { local, dev } = environments;
  const { hello } = local?.services ?? {};
  if (local === undefined || hello === undefined || accounts["security"] === undefined) throw new Error("the estate lacks what is tested");
  const account = { ...local.account, emulatorOnly };
  const { baseline: _, ...security } = accounts["security"];
  const web = { ...hello, databases: [], loadBalancer: "public" as const, hosts: ["web"] };
  return {
    ...localEstate({ account, ingress: dev?.ingress, services: { web } }),
    accounts: { local: account, security: { ...security, region: regionOfArchive } },
    logArchive: "security",
    ...changes,
  };
}

const logging = ["network", "ingress", "service-web", "site-docs"] as const;
type Logging = (typeof logging)[number];

function templates(estate: Estate): Readonly<Record<Logging, Template>> {
  const stacks: readonly WrittenStack[] = synthesized(estate);
  const of = (layer: Logging): Template => {
    const found = stacks.find(({ facts }) => facts.stack === `local-${layer}`);
    if (found === undefined) throw new Error(`there is no stack of ${layer}`);
    return found.template;
  };
  return { network: of("network"), ingress: of("ingress"), "service-web": of("service-web"), "site-docs": of("site-docs") };
}

const bucketsOf = (template: Template) => Object.values(template.resources("aws_s3_bucket")).map(({ bucket }) => bucket);
const ownBucket = "shop-local-ingress-logs-000000000000-eu-west-1";
const destination = "arn:aws:logs:us-east-1:222222222222:delivery-destination:shop-archive-json";

describe("with an archive in the same region", () => {
  const { network, ingress, "service-web": service, "site-docs": site } = templates(withArchive({}));

  test("flow logs go there, and to no log group", () => {
    expect(network).toHaveResource("aws_flow_log", {
      log_destination: "arn:aws:s3:::shop-archive-222222222222/shop-local/flow-logs/",
    });
    expect(network.resources("aws_cloudwatch_log_group")).toEqual({});
  });

  test.each([
    ["the one that services share", ingress, "shop-local"],
    ["a service's own", service, "shop-local-web"],
  ])("of load balancers %s writes there, beneath its name, and has no bucket", (_, template, name) => {
    const to = (kind: string) => ({ bucket: "shop-archive-222222222222", enabled: true, prefix: `${name}/${kind}` });
    expect(template).toHaveResource("aws_lb", { access_logs: to("access"), connection_logs: to("connections") });
    expect(bucketsOf(template)).toEqual([]);
  });

  test("a site delivers there, through a destination that stands there", () => {
    expect(site).toHaveResource("aws_cloudwatch_log_delivery", { delivery_destination_arn: destination });
    expect(site.resources("aws_cloudwatch_log_delivery_destination")).toEqual({});
    expect(bucketsOf(site)).toEqual(["shop-local-docs-000000000000-eu-west-1"]);
  });
});

test("with an archive in another region a load balancer keeps a bucket in its own; all else goes to the archive", () => {
  const { network, ingress, "site-docs": site } = templates(withArchive({}, { regionOfArchive: "eu-central-1" }));
  expect(ingress).toHaveResource("aws_lb", {
    access_logs: expect.objectContaining({ bucket: "${aws_s3_bucket_policy.access_logs.bucket}" }),
  });
  expect(bucketsOf(ingress)).toEqual([ownBucket]);
  expect(Object.keys(network.resources("aws_flow_log"))).toEqual(["network_archive"]);
  expect(site).toHaveResource("aws_cloudwatch_log_delivery", { delivery_destination_arn: destination });
});

test("what was logged before there was an archive stands under its addresses as long as it is to be kept, and nothing new goes there", () => {
  const before = templates(withArchive({ logArchive: undefined }));
  const after = templates(withArchive({ keepFormerLogs: true }));
  const kept = (template: Template) => template.addresses.filter((address) => /^aws_(s3_bucket|cloudwatch_log_group)\./.test(address));
  for (const layer of logging) expect(kept(after[layer])).toEqual(kept(before[layer]));
  expect(kept(after.network)).toEqual(["aws_cloudwatch_log_group.network_flow_logs"]);
  expect(kept(after.ingress)).toContain("aws_s3_bucket.access_logs");
  expect(kept(after["site-docs"])).toContain("aws_s3_bucket.docs_logs");
  expect(after.ingress).toHaveResource("aws_lb", { access_logs: expect.objectContaining({ bucket: "shop-archive-222222222222" }) });
});

test("what the emulator alone plays has nothing to do with an archive of AWS", () => {
  const { network, ingress } = templates(withArchive({}, { emulatorOnly: true }));
  expect(Object.keys(network.resources("aws_cloudwatch_log_group"))).toEqual(["network_flow_logs"]);
  expect(bucketsOf(ingress)).toEqual([ownBucket]);
});
