import { type DeepReadonly, problemsOf, problemText } from "@groundplan/core/schema";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { schemas } from "../src/config.js";
import type { AccountBaselineData, RegionBaselineData } from "../src/index.js";

const workload = {
  name: "shop",
  accountId: "444444444444",
  accountKind: "workload",
  region: "eu-west-1",
  securityAccountId: "222222222222",
};
const security = { ...workload, accountId: "222222222222", accountKind: "security" };
const _contact = { name: "Security", title: "Security team", email: "security@example.com", phone: "+353 1 234 5678" };

const parse = (data: object) => schemas.AccountBaseline.parse({ ...workload, ...data });

function problems(data: object, schema: z.ZodType = schemas.AccountBaseline): string[] {
  const { error } = schema.safeParse(data, { reportInput: true });
  return (error?.issues ?? []).flatMap((issue) => problemsOf(issue, schema)).map(problemText);
}

describe("an account's data", () => {
  it("needs its place alone, and is safe without anything else", () => {
    expect(parse({})).toMatchObject({
      identity: {
        passwordPolicy: { minimumLength: 14, maxPasswordAgeDays: 90, rememberedPasswords: 24 },
        roles: { admin: { maxSessionHours: 1, maxMfaAgeMinutes: 60 }, billing: { enabled: true } },
        sourceIdentity: "optional",
        users: {},
      },
      defaults: {
        s3PublicAccess: "blocked",
        volumes: "encrypted",
        snapshots: "block-all-sharing",
        images: "block-new-sharing",
        instanceMetadata: { tokens: "required", hopLimit: 1 },
        serialConsole: "off",
        defaultVpc: "closed",
        documents: "private",
      },
    });
    expect(parse({})).toMatchObject({
      audit: {
        trail: { logRetentionDays: 365, insights: [] },
        alarms: {},
        config: { enabled: true, frequency: "continuous", withoutRules: [] },
        guardDuty: { enabled: true, tellFrom: "medium" },
        securityHub: { enabled: true, standards: ["cis-5.0", "fsbp"], aggregation: "all-regions" },
      },
      archive: { expireAfterDays: 365 },
      keys: "account",
      money: { budgets: {}, costAllocationTags: [] },
      protect: true,
    });
    expect(problems(workload)).toEqual([]);
  });

  it.each([
    [
      "has users elsewhere than in the security account",
      { ...workload, identity: { groups: { staff: {} }, users: { alice: { groups: ["staff"] } } } },
      '"identity.users" ["alice"] belongs to the security account alone; give it there, in 222222222222, and let them come by role',
    ],
    [
      "has groups elsewhere",
      { ...workload, identity: { groups: { staff: {} } } },
      '"identity.groups" ["staff"] belongs to the security account alone; give it there, in 222222222222, and let them come by role',
    ],
    [
      "is the security account under another id",
      { ...security, accountId: "999999999999" },
      '"securityAccountId" "222222222222" is another account than this one, whose "accountKind" is security; give 999999999999',
    ],
    [
      "looks at the organization from a workload account",
      { ...workload, defaults: { accessAnalyzer: "organization" } },
      '"defaults.accessAnalyzer" "organization" belongs to the management or the security account; give it there, and "account" here',
    ],
    [
      "has a member of a group that there is not",
      { ...security, identity: { groups: { platform: {} }, users: { alice: { groups: ["platfrom"] } } } },
      '"identity.users.alice.groups.0" "platfrom" is no group of "groups"; did you mean "platform"?',
    ],
    [
      "has a member, and no group at all",
      { ...security, identity: { users: { alice: { groups: ["platform"] } } } },
      '"identity.users.alice.groups.0" "platform" is no group of "groups"; there are none, add it there',
    ],
    [
      "lets a group assume roles nowhere",
      { ...security, identity: { groups: { platform: { roles: ["admin"] } } } },
      '"identity.groups.platform.accountIds" [] is empty, and "roles" lead nowhere; give the accounts',
    ],
    [
      "gives a group accounts without a role",
      { ...security, identity: { groups: { platform: { accountIds: ["444444444444"] } } } },
      '"identity.groups.platform.roles" [] is empty, and "accountIds" are of no use; give the roles',
    ],
    [
      "makes GitHub's provider twice",
      {
        ...workload,
        identity: {
          pipelines: { repository: "github.com/example/shop", environments: ["dev"] },
          oidcProviders: { github: { url: "https://token.actions.githubusercontent.com" } },
        },
      },
      '"identity.oidcProviders.github" is made for "pipelines" already; take it out',
    ],
    [
      "trusts a repository that is not GitHub's",
      { ...workload, identity: { pipelines: { repository: "gitlab.com/example/shop", environments: ["dev"] } } },
      '"identity.pipelines.repository" "gitlab.com/example/shop" is no repository on GitHub; give one such as "github.com/example/shop"',
    ],
    [
      "imports another alias than its own",
      { ...workload, existing: { accountAlias: "old" } },
      '"existing.accountAlias" "old" is not "identity.alias" ""; give the same there',
    ],
    [
      "imports what it does not make",
      { ...workload, existing: { users: ["alice"] } },
      '"existing.users" "alice" has "alice", which "identity.users" has not; add it there, or take it out',
    ],
    [
      "keeps the estate's logs elsewhere than in the security account",
      { ...workload, estateAccountIds: ["444444444444"] },
      '"estateAccountIds" ["444444444444"] belongs to the security account alone, which keeps logs and keys for all; give it there, in 222222222222',
    ],
    [
      "splits bills elsewhere than in the management account",
      { ...workload, money: { costAllocationTags: ["Project"] } },
      '"money.costAllocationTags" ["Project"] belongs to the management account alone, which pays for all; give it there',
    ],
    [
      "takes a rule out that there is not",
      { ...workload, audit: { config: { withoutRules: ["restricted-ssh"] } } },
      '"audit.config.withoutRules.0" "restricted-ssh" is no rule of the baseline\'s; did you mean "restricted_ssh"?',
    ],
    [
      "has a budget that tells nothing",
      { ...workload, money: { budgets: { all: { limitUsd: 1, spentPercent: [], forecastPercent: [] } } } },
      expect.stringContaining('tells nothing; give "spentPercent" or "forecastPercent"'),
    ],
    [
      "imports a detector by its ARN",
      { ...workload, existing: { detector: "arn:aws:guardduty:eu-west-1:444444444444:detector/1" } },
      expect.stringContaining("is no detector; give its id, of 32 hexadecimal digits"),
    ],
    [
      "has a policy by a sentence",
      { ...workload, identity: { roles: { power: { policies: ["power user"] } } } },
      '"identity.roles.power.policies.0" "power user" is no policy; give the name of one of AWS\'s, such as "ReadOnlyAccess" or "job-function/Billing", or an ARN',
    ],
    [
      "has an alias that could be an account's id",
      { ...workload, identity: { alias: "444444444444" } },
      '"identity.alias" "444444444444" is no account alias; give 3 to 63 lower-case letters, digits and single hyphens',
    ],
  ])("is told where it %s", (_what, data, problem) => {
    expect(problems(data)).toEqual(expect.arrayContaining([problem]));
  });
});

describe("a further region's data", () => {
  it("has nothing of what an account has once", () => {
    expect(problems({ ...workload, identity: {} }, schemas.RegionBaseline)).toEqual([
      expect.stringContaining('"identity" is no known property'),
    ]);
    expect(problems({ ...workload, defaults: { s3PublicAccess: "blocked" } }, schemas.RegionBaseline)).toHaveLength(1);
    expect(problems(workload, schemas.RegionBaseline)).toEqual([]);
  });

  it("is told of what belongs to another kind of account, too", () => {
    expect(problems({ ...workload, defaults: { accessAnalyzer: "organization" } }, schemas.RegionBaseline)).toHaveLength(1);
  });
});

describe("the generated props", () => {
  it("are the schemas' input", () => {
    expectTypeOf<AccountBaselineData>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.AccountBaseline>>>();
    expectTypeOf<RegionBaselineData>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.RegionBaseline>>>();
  });
});
