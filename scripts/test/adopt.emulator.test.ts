import { emulatorEnvironment, emulatorFaults } from "@groundplan/emulator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Clicked, clickAccount, clickRegion, makeStatePlace } from "./adopt/console.js";
import { OwnProject } from "./own-project.js";

const accountId = "555555555555";
const regions = ["eu-west-1", "eu-central-1"] as const;

// few features, so that an apply is quick; what a person wrote stays as it is
const estate = `project:   shop   # three blanks
rootDomain: shop.example.com
repository: github.com/example/shop
accounts:
  prod:
    id: "${accountId}"
    kind: workload
    region: eu-west-1
    regions: [eu-central-1]
    baseline:
      contacts:
        security: { name: Security, title: Security team, email: security@example.com, phone: +353 1 234 5678 }
      identity: { alias: shop-prod, pipelines: {} }
      defaults: { defaultVpc: untouched }
      audit: # little
        guardDuty: { features: [] }
        securityHub: { standards: [fsbp] }
      # money: later
`;

let project: OwnProject;
let detectors: Readonly<Record<string, string>>;

beforeAll(async () => {
  project = await OwnProject.start("adopt", { estate });
  const environment = await emulatorEnvironment(project.server, { accountId });
  const clicked: Clicked = { access: { region: "eu-west-1", environment }, project: "shop", accountId, home: "eu-west-1" };
  await makeStatePlace(clicked);
  await clickAccount(clicked);
  const made = await Promise.all(regions.map(async (region) => [region, (await clickRegion(clicked, region)).detector] as const));
  detectors = Object.fromEntries(made);
});
afterAll(() => project.stop());

const groundplan = (...args: readonly string[]) => project.spoken(...args);

/** What a plan does, by what it does it to. */
async function planned(...stacks: readonly string[]) {
  const { out, err } = await groundplan("plan", "account-prod", ...stacks, "--json");
  expect(err).toBe("");
  const { stacks: digests } = JSON.parse(out) as { stacks: { changes: { address: string; action: string }[] }[] };
  const changes = digests.flatMap((digest) => digest.changes);
  const doing = (...actions: string[]) => changes.filter(({ action }) => actions.includes(action)).map(({ address }) => address);
  return { adopted: doing("import", "update"), made: doing("create"), lost: doing("replace", "destroy") };
}

const once = [
  "aws_accessanalyzer_analyzer.baseline_external_access",
  "aws_cloudtrail.baseline_trail",
  "aws_iam_account_alias.baseline",
  "aws_iam_openid_connect_provider.baseline_github",
  "aws_iam_service_linked_role.baseline_config",
];
const regional = [
  "aws_config_configuration_recorder.baseline_recorder",
  "aws_config_configuration_recorder_status.baseline_recorder",
  "aws_config_delivery_channel.baseline_recorder",
  "aws_guardduty_detector.baseline_detector",
  "aws_securityhub_account.baseline_security_hub",
];

describe("an account that was in use", () => {
  it("is asked what stands, which is written where it belongs, and nothing else of the file", async () => {
    const dry = await groundplan("adopt", "prod", "--dry-run");
    expect(dry).toMatchObject({ code: 2, out: expect.stringContaining("trail: management-events") });
    expect(project.text("estate")).toBe(estate);

    const byRegion = (name: string, of: (region: string) => string) =>
      [`        ${name}:`, ...regions.map((region) => `          ${region}: ${of(region)}`)].join("\n");
    expect(await groundplan("adopt", "account-prod")).toMatchObject({ code: 0, err: "" });
    expect(project.text("estate")).toBe(
      estate.replace(
        "        securityHub: { standards: [fsbp] }\n",
        `        securityHub: { standards: [fsbp] }
      existing:
        trail: management-events
        configRole: true
        accountAlias: shop-prod
        oidcProviders:
          github: arn:aws:iam::${accountId}:oidc-provider/token.actions.githubusercontent.com
${byRegion("recorder", () => "default")}
${byRegion("deliveryChannel", () => "default")}
${byRegion("detector", (region) => detectors[region] ?? "")}
${byRegion("securityHub", () => "true")}
        accessAnalyzer:
          eu-west-1: console-analyzer
`,
      ),
    );
    const again = await groundplan("adopt", "prod", "--dry-run", "--json");
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ status: "nothing to write", existing: {}, notes: [], unanswered: [] });
  });

  it("has it imported by its stacks: nothing is made twice, nothing replaced", async () => {
    const home = await planned("account-prod");
    expect(home.adopted.sort()).toEqual([...once, ...regional].sort());
    expect(home.lost).toEqual([]);
    expect(home.made.filter((address) => [...once, ...regional].includes(address))).toEqual([]);
    expect(await groundplan("apply", "account-prod", "account-prod")).toMatchObject({ code: 0, err: "" });

    const further = await planned("eu-central-1");
    expect(further.adopted.sort()).toEqual(regional);
    expect(further.lost).toEqual([]);
    expect(further.made.filter((address) => regional.includes(address))).toEqual([]);
    expect(await groundplan("apply", "account-prod", "eu-central-1")).toMatchObject({ code: 0, err: "" });
  });

  it("then changes no more, and what its stacks made besides is not adopted", async () => {
    expect(await groundplan("plan", "account-prod", "account-prod", "eu-central-1")).toMatchObject({ code: 0, err: "" });
    const before = project.text("estate");
    expect(await groundplan("adopt", "prod")).toMatchObject({ code: 0, out: expect.stringContaining("nothing to write") });
    expect(project.text("estate")).toBe(before);
    expect(await emulatorFaults(project.server)).toEqual([]);
  });
});

describe("an account that cannot be adopted", () => {
  it("is named with what to write", async () => {
    expect(await groundplan("adopt", "prd")).toMatchObject({
      code: 1,
      err: 'there is no account "prd"; did you mean "prod"? there are prod',
    });
  });
});
