import { schemas } from "@groundplan/account-baseline/config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AccountBaselineData } from "../../../packages/account-baseline/src/props.generated.js";
import { AdoptClients } from "../../adopt/clients.js";
import { find } from "../../adopt/find.js";
import { PlayedAws, type Script } from "./played-aws.js";

const accountId = "444444444444";
const place = { name: "shop", accountId, accountKind: "security", region: "eu-west-1", securityAccountId: accountId } as const;

const noSuch = { refuses: "NoSuchEntity", message: "there is none" };

let aws: PlayedAws;
let clients: AdoptClients;
beforeAll(async () => {
  aws = await PlayedAws.start();
  clients = new AdoptClients(aws.access);
});
afterAll(() => aws.stop());

async function ask(script: Script, data: Partial<AccountBaselineData> = {}, ours: readonly string[] = []) {
  aws.play(script);
  const baseline = {
    account: schemas.AccountBaseline.parse({ ...place, ...data }),
    regions: {},
    watchesSites: false,
    acknowledged: [],
    notices: [],
  };
  const account = { id: accountId, region: "eu-west-1" };
  const isOurs = (...key: string[]) => ours.includes(key.join(" "));
  const { answered, unanswered } = await find({ account, baseline, regions: ["eu-central-1"], clients, isOurs });
  const standing = answered.flatMap(({ question: { field }, region, standing }) =>
    standing.map(({ value, name }) => [[field, region, name].filter((part) => part !== undefined).join("."), value]),
  );
  return { standing, notes: answered.flatMap(({ notes = [] }) => notes), unanswered };
}

describe("an account that is asked what stands", () => {
  it("has nothing where nothing was ever used", async () => {
    expect(await ask({})).toEqual({ standing: [], notes: [], unanswered: [] });
  });

  it("is asked for each thing in its own regions, and for no identities that the baseline does not name", async () => {
    await ask({});
    expect([...aws.asked].sort()).toEqual(
      [
        "access-analyzer:ListAnalyzers eu-west-1",
        "ce:GetAnomalyMonitors us-east-1",
        "cloudtrail:DescribeTrails eu-west-1",
        ...Array.from({ length: 7 }, () => "iam:GetRole eu-west-1"),
        "iam:GetPolicy eu-west-1",
        "iam:ListAccountAliases eu-west-1",
        "securityhub:ListFindingAggregators eu-west-1",
        ...["eu-west-1", "eu-central-1"].flatMap((region) => [
          `access-analyzer:ListAnalyzers ${region}`,
          `config:DescribeConfigurationRecorders ${region}`,
          `config:DescribeDeliveryChannels ${region}`,
          `guardduty:ListDetectors ${region}`,
          `macie2:GetMacieSession ${region}`,
          `securityhub:DescribeHub ${region}`,
        ]),
      ].sort(),
    );
  });

  it("tells of what stands on the last page as on the first", async () => {
    const pages =
      (first: object, last: object) =>
      ({ given }: { readonly given: Readonly<Record<string, string>> }) => ({
        says: (given["nextToken"] ?? given["NextPageToken"]) === undefined ? first : last,
      });
    const analyzer = (name: string, type: string) => ({
      name,
      type,
      arn: `arn:${name}`,
      createdAt: "2026-01-01T00:00:00Z",
      status: "ACTIVE",
    });
    const user = (name: string) => `<member><UserName>${name}</UserName><Path>/</Path></member>`;
    const aggregator = `arn:aws:securityhub:eu-west-1:${accountId}:finding-aggregator/1`;
    const found = await ask(
      {
        "access-analyzer:ListAnalyzers": pages(
          { analyzers: [analyzer("unused", "ACCOUNT_UNUSED_ACCESS")], nextToken: "more" },
          { analyzers: [analyzer("console", "ACCOUNT"), analyzer("all", "ORGANIZATION")] },
        ),
        "guardduty:ListDetectors": pages({ detectorIds: [], nextToken: "more" }, { detectorIds: ["12abc34d567e8fa901bc2d34e56789f0"] }),
        "securityhub:ListFindingAggregators": ({ given }) => ({
          says:
            given["NextToken"] === undefined
              ? { FindingAggregators: [], NextToken: "more" }
              : { FindingAggregators: [{ FindingAggregatorArn: aggregator }] },
        }),
        "ce:GetAnomalyMonitors": pages(
          {
            AnomalyMonitors: [{ MonitorType: "CUSTOM", MonitorArn: "arn:aws:ce::1:anomalymonitor/c", MonitorName: "c" }],
            NextPageToken: "more",
          },
          {
            AnomalyMonitors: [
              { MonitorType: "DIMENSIONAL", MonitorDimension: "SERVICE", MonitorArn: "arn:aws:ce::1:anomalymonitor/s", MonitorName: "s" },
            ],
          },
        ),
        "iam:ListUsers": ({ given }) => ({
          says:
            given["Marker"] === undefined
              ? `<Users>${user("carol")}</Users><IsTruncated>true</IsTruncated><Marker>more</Marker>`
              : `<Users>${user("alice")}</Users><IsTruncated>false</IsTruncated>`,
        }),
        "iam:ListGroups": { says: "<Groups><member><GroupName>platform</GroupName></member></Groups><IsTruncated>false</IsTruncated>" },
      },
      {
        identity: {
          groups: { platform: { roles: ["admin"], accountIds: [accountId] }, other: {} },
          users: { alice: { groups: ["platform"] }, bob: { groups: ["platform"] } },
        },
      },
    );
    expect(found).toEqual({
      standing: [
        ["findingAggregator", aggregator],
        ["anomalyMonitor", "arn:aws:ce::1:anomalymonitor/s"],
        ["users", "alice"],
        ["groups", "platform"],
        ["unusedAccessAnalyzer", "unused"],
        ["detector.eu-west-1", "12abc34d567e8fa901bc2d34e56789f0"],
        ["accessAnalyzer.eu-west-1", "console"],
        ["detector.eu-central-1", "12abc34d567e8fa901bc2d34e56789f0"],
        ["accessAnalyzer.eu-central-1", "console"],
      ],
      notes: [],
      unanswered: [],
    });
  });

  it("has one trail that can be adopted: of all regions, at home, its own; why no other is, is told", async () => {
    const trail = (Name: string, more: object) => ({
      Name,
      HomeRegion: "eu-west-1",
      IsMultiRegionTrail: true,
      IsOrganizationTrail: false,
      ...more,
    });
    const { standing, notes } = await ask({
      "cloudtrail:DescribeTrails": {
        says: {
          trailList: [
            trail("events", {}),
            trail("organization", { IsOrganizationTrail: true }),
            trail("virginia", { HomeRegion: "us-east-1" }),
            trail("small", { IsMultiRegionTrail: false }),
          ],
        },
      },
    });
    expect(standing).toEqual([["trail", "events"]]);
    const price = "it stays, at 2 USD for each 100,000 events that it writes a second time";
    expect(notes).toEqual([
      'the trail "organization" is an organization\'s, which this account does not own: it stays as it is',
      `the trail "virginia" has its home in us-east-1, and eu-west-1 is the account's; ${price}`,
      `the trail "small" is of eu-west-1 alone; ${price}`,
    ]);
  });

  it("has a recorder of its own, beside those that services have", async () => {
    const recorders = [{ name: "AWSConfigurationRecorderForX", servicePrincipal: "x.amazonaws.com" }, { name: "default" }];
    const { standing } = await ask({
      "config:DescribeConfigurationRecorders": ({ region }) => ({
        says: { ConfigurationRecorders: region === "eu-west-1" ? recorders : [] },
      }),
      "iam:GetRole": ({ given }) => (given["RoleName"] === "AWSServiceRoleForConfig" ? { says: "<Role/>" } : noSuch),
    });
    expect(standing).toEqual([
      ["configRole", true],
      ["recorder.eu-west-1", "default"],
    ]);
  });

  it("is told of roles and a policy under the baseline's names, which AWS makes no second time", async () => {
    const names = ["shop-admin", "shop-plan", "shop-trail"];
    const script: Script = {
      "iam:GetRole": ({ given }) => (names.includes(String(given["RoleName"])) ? { says: "<Role/>" } : noSuch),
      "iam:GetPolicy": ({ given }) =>
        given["PolicyArn"] === `arn:aws:iam::${accountId}:policy/estate/boundary` ? { says: "<Policy/>" } : noSuch,
    };
    const pipelines = { repository: "github.com/example/shop", environments: ["security"] };
    const identity = { pipelines, boundary: { policyName: "estate/boundary" } };
    const { standing, notes } = await ask(script, { identity }, ["eu-west-1 aws_iam_role shop-trail"]);
    const then = "stands, and the baseline makes one of that name: take it away, or give it another name, before the baseline is applied";
    expect(standing).toEqual([]);
    expect(notes).toEqual([
      `the policy arn:aws:iam::${accountId}:policy/estate/boundary ${then}`,
      `the role "shop-admin" ${then}`,
      `the role "shop-plan" ${then}`,
    ]);
  });

  it("has providers by their issuers and names, and an alias where the baseline gives the same", async () => {
    const arn = (rest: string) => `arn:aws:iam::${accountId}:${rest}`;
    const listed = (...arns: string[]) => arns.map((one) => `<member><Arn>${one}</Arn></member>`).join("");
    const alias = { says: "<AccountAliases><member>shop-security</member></AccountAliases><IsTruncated>false</IsTruncated>" };
    const script: Script = {
      "iam:ListAccountAliases": alias,
      "iam:ListOpenIDConnectProviders": {
        says: `<OpenIDConnectProviderList>${listed(arn("oidc-provider/token.actions.githubusercontent.com"), arn("oidc-provider/gitlab.example.com/a"))}</OpenIDConnectProviderList>`,
      },
      "iam:ListSAMLProviders": {
        says: `<SAMLProviderList>${listed(arn("saml-provider/my-okta"), arn("saml-provider/okta"))}</SAMLProviderList>`,
      },
    };
    const identity = {
      alias: "shop-security",
      oidcProviders: { gitlab: { url: "https://gitlab.example.com/a" }, other: { url: "https://gitlab.example.com" } },
      samlProviders: { okta: { metadata: "x".repeat(1000) } },
      pipelines: { repository: "github.com/example/shop", environments: ["security"] },
    };
    const found = await ask(script, { identity });
    expect(found.standing).toEqual([
      ["accountAlias", "shop-security"],
      ["oidcProviders.gitlab", arn("oidc-provider/gitlab.example.com/a")],
      ["oidcProviders.github", arn("oidc-provider/token.actions.githubusercontent.com")],
      ["samlProviders.okta", arn("saml-provider/okta")],
    ]);
    const keep = 'to keep it, write "alias: shop-security" under "identity", and adopt again';
    expect(await ask(script)).toMatchObject({
      standing: [],
      notes: [`the account's alias is "shop-security", and the baseline leaves it alone; ${keep}`],
    });
    expect((await ask(script, { identity: { alias: "other" } })).notes).toEqual([
      `the account's alias is "shop-security", and "identity.alias" is "other", which takes its place; ${keep}`,
    ]);
  });

  it("keeps its findings together in one region: another than its home is told", async () => {
    const arn = `arn:aws:securityhub:us-east-1:${accountId}:finding-aggregator/1`;
    const { standing, notes } = await ask({
      "securityhub:DescribeHub": { says: { HubArn: `arn:aws:securityhub:eu-west-1:${accountId}:hub/default` } },
      "securityhub:ListFindingAggregators": { says: { FindingAggregators: [{ FindingAggregatorArn: arn }] } },
      "macie2:GetMacieSession": { says: { status: "ENABLED" } },
    });
    expect(standing).toEqual([
      ["securityHub.eu-west-1", true],
      ["macie.eu-west-1", true],
      ["securityHub.eu-central-1", true],
      ["macie.eu-central-1", true],
    ]);
    expect(notes).toEqual([
      "Security Hub's findings come together in us-east-1, and an account has one such region: " +
        'delete that aggregator, or write "aggregation: off" under "audit.securityHub"',
    ]);
  });

  it("is told what it refuses, with the permission, and answers all else", async () => {
    const denied = { refuses: "AccessDeniedException", message: "User x is not authorized" };
    const { standing, notes, unanswered } = await ask({
      "macie2:GetMacieSession": ({ region }) =>
        region === "eu-west-1" ? denied : { refuses: "AccessDeniedException", message: "Macie is not enabled" },
      "iam:ListAccountAliases": { refuses: "AccessDenied", message: "User x is not authorized" },
      "ce:GetAnomalyMonitors": { refuses: "OptInRequired", message: "the account is not signed up" },
      "guardduty:ListDetectors": ({ region }) =>
        region === "eu-west-1"
          ? { says: { detectorIds: ["12abc34d567e8fa901bc2d34e56789f0"] } }
          : { refuses: "BadRequestException", message: "no" },
    });
    expect(standing).toEqual([["detector.eu-west-1", "12abc34d567e8fa901bc2d34e56789f0"]]);
    expect(notes).toEqual(["the cost anomaly monitor of services is not to be had in eu-west-1: the account is not signed up"]);
    const said = (name: string) =>
      expect.stringMatching(new RegExp(`answered 403, ${name}: User x is not authorized; allow [\\w:]+, and adopt again$`));
    expect(unanswered).toEqual([
      { what: "the account's alias", region: "eu-west-1", why: said("AccessDenied") },
      { what: "Macie", region: "eu-west-1", why: said("AccessDeniedException") },
      { what: "GuardDuty's detector", region: "eu-central-1", why: expect.stringMatching(/BadRequestException: no$/) },
    ]);
    expect(unanswered[0]?.why).toContain("allow iam:ListAccountAliases");
  });
});
