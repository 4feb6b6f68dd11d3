import { describe, expect, test } from "vitest";
import { estate, load, place, report } from "./folder.js";

const accounts = (region: string) => `${estate}  local: { id: "000000000000", kind: workload, region: eu-west-1, emulatorOnly: true }
  security:
    id: "555555555555"
    kind: security
    region: ${region}
    baseline: {}
    acknowledge: [{ rule: account-baseline-security-contact, why: nobody lives here }]
`;

const without = { "estate.yaml": accounts("eu-west-1") };

/** An estate whose archive is in the region given. */
const archived = (region = "eu-west-1", more = "") => ({ "estate.yaml": `${accounts(region)}logArchive: security\n${more}` });

const zones = { "shared.yaml": `${place("shared", true)}dns: { zoneName: shop.example.com }\n` };
const logging = (account: string, flowLogs: string, ingress = "{}") => ({
  ...zones,
  "dev.yaml": `${place(account)}network: { cidr: 10.0.0.0/16, azs: [a, b], flowLogs: ${flowLogs} }\ndns: {}\ningress: ${ingress}\n`,
});

describe("flow logs that are to go to an archive", () => {
  const at = "environments/dev.yaml:4:69  network.flowLogs.destination ";

  test.each(["archive", "both"])("want one: %s", (destination) => {
    const dev = logging("nonprod", `{ destination: ${destination} }`);
    expect(report({ ...without, ...dev })).toEqual([
      `${at} "${destination}" wants an archive, and the estate has none; name its account as "logArchive" in estate.yaml`,
    ]);
    expect(load({ ...archived(), ...dev }).environments).toHaveProperty("dev");
  });

  test("find none where the emulator plays the account", () => {
    expect(report({ ...archived(), ...logging("local", "{ destination: both }") })).toEqual([
      `${at} "both" wants an archive, and the emulator has none; give "cloudwatch"`,
    ]);
  });
});

describe("how long logs are kept", () => {
  const notices = (...[estateFile, dev]: readonly Readonly<Record<string, string>>[]) =>
    load({ ...estateFile, ...dev }).environments["dev"]?.notices ?? [];
  const given = logging("nonprod", "{ retentionDays: 14 }", "{ logsExpireAfterDays: 14 }");

  test("is the archive's to say, and a file is told where it says so, too", () => {
    expect(notices(archived(), given)).toEqual([
      '"network.flowLogs.retentionDays" has no effect: these logs go to the archive of "security", which says how long; take it out',
      '"ingress.logsExpireAfterDays" has no effect: these logs go to the archive of "security", which says how long; take it out',
    ]);
    expect(notices(archived(), logging("nonprod", "{}"))).toEqual([]);
  });

  test("is the environment's for what stays in it", () => {
    expect(notices(without, given)).toEqual([]);
    expect(notices(archived("eu-central-1"), given)).toEqual([expect.stringContaining("retentionDays")]);
    expect(notices(archived(), logging("nonprod", "{ destination: both, retentionDays: 14 }"))).toEqual([]);
    expect(notices(archived(), logging("nonprod", "{ keepLogGroup: true, retentionDays: 14 }"))).toEqual([]);
    expect(notices(archived("eu-west-1", "keepFormerLogs: true\n"), given)).toEqual([]);
    expect(notices(archived(), logging("local", "{ retentionDays: 14 }"))).toEqual([]);
  });
});
