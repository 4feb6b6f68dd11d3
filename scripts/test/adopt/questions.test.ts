import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountId, noSuch, PlayedAccount } from "./played-account.js";
import type { Script } from "./played-aws.js";

let account: PlayedAccount;
beforeAll(async () => {
  account = await PlayedAccount.start();
});
afterAll(() => account.stop());

describe("what of an account can be adopted", () => {
  it("has one trail that can be adopted: of all regions, at home, its own; why no other is, is told", async () => {
    const trail = (Name: string, more: object) => ({
      Name,
      HomeRegion: "eu-west-1",
      IsMultiRegionTrail: true,
      IsOrganizationTrail: false,
      ...more,
    });
    const { standing, notes } = await account.ask({
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
    const { standing } = await account.ask({
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

  it("has the boundary of the baseline's name, and is told of roles under its names, which AWS makes no second time", async () => {
    const names = ["shop-admin", "shop-plan", "shop-trail"];
    const script: Script = {
      "iam:GetRole": ({ given }) => (names.includes(String(given["RoleName"])) ? { says: "<Role/>" } : noSuch),
      "iam:GetPolicy": ({ given }) =>
        given["PolicyArn"] === `arn:aws:iam::${accountId}:policy/estate/boundary` ? { says: "<Policy/>" } : noSuch,
    };
    const pipelines = { repository: "github.com/example/shop", environments: ["security"] };
    const identity = { pipelines, boundary: { policyName: "estate/boundary" } };
    const { standing, notes } = await account.ask(script, { identity }, ["eu-west-1 aws_iam_role shop-trail"]);
    const then = "stands, and the baseline makes one of that name: take it away, or give it another name, before the baseline is applied";
    expect(standing).toEqual([["boundary", true]]);
    expect(notes).toEqual([`the role "shop-admin" ${then}`, `the role "shop-plan" ${then}`]);
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
    const found = await account.ask(script, { identity });
    expect(found.standing).toEqual([
      ["accountAlias", "shop-security"],
      ["oidcProviders.gitlab", arn("oidc-provider/gitlab.example.com/a")],
      ["oidcProviders.github", arn("oidc-provider/token.actions.githubusercontent.com")],
      ["samlProviders.okta", arn("saml-provider/okta")],
    ]);
    const keep = 'to keep it, write "alias: shop-security" under "identity", and adopt again';
    expect(await account.ask(script)).toMatchObject({
      standing: [],
      notes: [`the account's alias is "shop-security", and the baseline leaves it alone; ${keep}`],
    });
    expect((await account.ask(script, { identity: { alias: "other" } })).notes).toEqual([
      `the account's alias is "shop-security", and "identity.alias" is "other", which takes its place; ${keep}`,
    ]);
  });

  it("keeps its findings together in one region: another than its home is told", async () => {
    const arn = `arn:aws:securityhub:us-east-1:${accountId}:finding-aggregator/1`;
    const { standing, notes } = await account.ask({
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
});
