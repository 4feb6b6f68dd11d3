import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountId, PlayedAccount } from "./played-account.js";

let account: PlayedAccount;
beforeAll(async () => {
  account = await PlayedAccount.start();
});
afterAll(() => account.stop());

describe("an account that is asked what stands", () => {
  it("has nothing where nothing was ever used", async () => {
    expect(await account.ask({})).toEqual({ standing: [], notes: [], unanswered: [] });
  });

  it("is asked for each thing in its own regions, and for no identities that the baseline does not name", async () => {
    await account.ask({});
    expect([...account.asked].sort()).toEqual(
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
    const found = await account.ask(
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

  it("is told what it refuses, with the permission, and answers all else", async () => {
    const denied = { refuses: "AccessDeniedException", message: "User x is not authorized" };
    const { standing, notes, unanswered } = await account.ask({
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
