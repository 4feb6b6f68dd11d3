import { brokenRules } from "@groundplan/core/schema";
import { describe, expect, it } from "vitest";
import { notices, rules, schemas } from "../src/config.js";

const workload = {
  name: "shop",
  accountId: "444444444444",
  accountKind: "workload",
  region: "eu-west-1",
  securityAccountId: "222222222222",
};
const contact = { name: "Security", title: "Security team", email: "security@example.com", phone: "+353 1 234 5678" };

const parse = (data: object) => schemas.AccountBaseline.parse({ ...workload, ...data });

describe("production", () => {
  const sound = { contacts: { security: contact } };
  const broken = (data: object) => brokenRules(rules, parse({ ...sound, ...data })).map(({ id }) => id);

  it("is content with the defaults and a contact", () => {
    expect(broken({})).toEqual([]);
  });

  it.each([
    ["account-baseline-security-contact", { contacts: {} }],
    ["account-baseline-passwords", { identity: { passwordPolicy: { minimumLength: 12 } } }],
    ["account-baseline-passwords", { identity: { passwordPolicy: { rememberedPasswords: 5 } } }],
    ["account-baseline-s3-private", { defaults: { s3PublicAccess: "allowed" } }],
    ["account-baseline-volumes-encrypted", { defaults: { volumes: "unencrypted" } }],
    ["account-baseline-nothing-shared", { defaults: { snapshots: "unblocked" } }],
    ["account-baseline-nothing-shared", { defaults: { images: "unblocked" } }],
    ["account-baseline-nothing-shared", { defaults: { documents: "public" } }],
    ["account-baseline-protected", { protect: false }],
    ["account-baseline-audited", { audit: { config: { enabled: false } } }],
    ["account-baseline-audited", { audit: { guardDuty: { enabled: false } } }],
    ["account-baseline-audited", { audit: { securityHub: { enabled: false } } }],
    ["account-baseline-alarms", { audit: { alarms: { root_usage: "off" } } }],
    ["account-baseline-logs-kept", { archive: { expireAfterDays: 90 } }],
    ["account-baseline-lock-revocable", { archive: { objectLock: { mode: "compliance", days: 365 } } }],
    ["account-baseline-metadata-tokens", { defaults: { instanceMetadata: { tokens: "optional" } } }],
  ])("has the rule %s against %o", (id, data) => {
    expect(broken(data)).toEqual([id]);
  });
});

describe("a person", () => {
  it("is told whom AWS cannot tell, and that nobody guards the baseline", () => {
    const unguarded = parse({ contacts: { security: contact }, identity: { roles: { admin: { enabled: false } } } });
    expect(notices(unguarded)).toEqual([
      '"contacts" has no operations, no billing: AWS tells root\'s address alone',
      '"audit.alerts" names nobody: where no topic is wired, alarms and findings are seen in the console alone',
      '"identity.roles.admin" is off and there is no guardian: only root, or a role without the boundary, can change the baseline',
    ]);
    const contacts = { security: contact, operations: contact, billing: contact };
    expect(notices(parse({ contacts, audit: { alerts: { email: ["ops@example.com"] } } }))).toEqual([]);
  });
});
