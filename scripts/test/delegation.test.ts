import { describe, expect, it, vi } from "vitest";
import type { StackFacts } from "../../stacks/facts.js";
import { missing } from "../delegation/delegated-zone.js";
import { nameServerNotices } from "../delegation/name-servers.js";
import type { Answer } from "../delegation/public-dns.js";
import { requireDelegation } from "../delegation/require-delegation.js";
import type { until } from "../deploy/until.js";
import type { PlannedChange } from "../digest/changes.js";
import { defaults } from "../run/options.js";
import type { Run } from "../run/run.js";

const zone = { zoneId: "Z1", zoneName: "dev.shop.example.com", nameServers: ["ns-2.example.org", "ns-1.example.com"] };
const facts = {
  stack: "dev-ingress",
  of: "dev",
  layer: "ingress",
  account: "nonprod",
  accountId: "444444444444",
  accountKind: "workload",
  emulatorOnly: false,
  region: "eu-west-1",
  production: false,
  upstream: ["dev-network", "dev-dns"],
  upstreamKeys: { "dev-network": "dev/network.tfstate", "dev-dns": "dev/dns.tfstate" },
  acknowledged: [],
  notices: [],
  state: { bucket: "states", key: "dev/ingress.tfstate", region: "eu-west-1", lockTable: "locks" },
} as const satisfies StackFacts;

/** A run of a stack that reads a network's contract and a zone's. */
function runWith({ emulator, dnsTimeout = "20m" }: { emulator?: string; dnsTimeout?: string } = {}): Run {
  const contracts: Record<string, unknown> = {
    "dev/network.tfstate": { vpcId: "vpc-1" },
    "dev/dns.tfstate": zone,
    "dev/ingress.tfstate": zone,
  };
  const state = (key: string) => ({ serial: 1, lineage: "", resources: [], outputs: { contract: { value: contracts[key] } } });
  const run: Partial<Run> = {
    session: { emulatorOf: () => emulator } as unknown as Run["session"],
    states: { read: async (of: StackFacts, key = of.state.key) => state(key) } as unknown as Run["states"],
    options: { ...defaults, dnsTimeout },
  };
  return run as Run;
}

const certificate: PlannedChange = { address: "aws_acm_certificate_validation.public", action: "create", stateful: false };
const progress = () => ({ step: vi.fn<(stack: string, text: string) => void>() });

/** Looks as often as there are answers, and then the time is over. */
function asking(...answers: Answer[]) {
  const ask = vi.fn(async (_zoneName: string) => answers.shift() ?? { nameServers: [] });
  const wait: typeof until = async (look) => {
    do {
      const found = await look();
      if (found !== undefined) return { found };
    } while (answers.length > 0);
    return "timeout";
  };
  return { ask, wait };
}

describe("a zone", () => {
  it("is delegated where public DNS names its servers, and no others", () => {
    expect(missing(zone, { nameServers: ["NS-1.example.com.", "ns-2.example.org"] })).toBeUndefined();
    expect(missing(zone, { nameServers: ["ns-1.example.com"] })).toBeUndefined();
  });

  it("is not where nobody is named, or servers of another zone", () => {
    expect(missing(zone, { nameServers: [], trouble: "ENOTFOUND" })).toBe(
      "public DNS knows no name servers of dev.shop.example.com (ENOTFOUND)",
    );
    expect(missing(zone, { nameServers: ["ns-1.example.com", "ns-9.example.net"] })).toBe(
      "public DNS has dev.shop.example.com answered by ns-9.example.net",
    );
  });
});

describe("before a certificate is asked for", () => {
  it("public DNS is waited for until it names the zone's servers, and what is missing is told", async () => {
    const told = progress();
    const dns = asking({ nameServers: [], trouble: "ENOTFOUND" }, { nameServers: ["ns-9.example.net"] }, { nameServers: zone.nameServers });
    await requireDelegation(runWith(), { facts, changes: [certificate] }, told, dns);
    expect(dns.ask.mock.calls).toEqual([[zone.zoneName], [zone.zoneName], [zone.zoneName]]);
    const servers = "ns-1.example.com, ns-2.example.org";
    const fix = `set these as the NS record of dev.shop.example.com where its parent zone is kept, or with the registrar: ${servers}`;
    expect(told.step.mock.calls).toEqual([
      ["dev-ingress", `waits for its certificates' zone: public DNS knows no name servers of dev.shop.example.com (ENOTFOUND); ${fix}`],
      ["dev-ingress", `waits for its certificates' zone: public DNS has dev.shop.example.com answered by ns-9.example.net; ${fix}`],
    ]);
  });

  it("a zone that stays away fails its stack, with what to do", async () => {
    const waiting = requireDelegation(runWith(), { facts, changes: [certificate] }, progress(), asking({ nameServers: [] }));
    await expect(waiting).rejects.toThrow(
      [
        "dev-ingress: no certificate can be issued, and nothing was made: public DNS knows no name servers of dev.shop.example.com",
        "set these as the NS record of dev.shop.example.com where its parent zone is kept, or with the registrar: ns-1.example.com, ns-2.example.org",
        "resolvers remember a name that was missing for a quarter of an hour; then apply again, or give a longer --dns-timeout",
        "where public DNS cannot be asked from here: --dns-timeout 0s",
      ].join("\n  "),
    );
  });

  it("it is asked for as long as the option says", async () => {
    const waits: number[] = [];
    const wait: typeof until = async (_look, milliseconds) => {
      waits.push(milliseconds);
      return "timeout";
    };
    const waiting = requireDelegation(runWith({ dnsTimeout: "2m" }), { facts, changes: [certificate] }, progress(), { ...asking(), wait });
    await expect(waiting).rejects.toThrow("no certificate can be issued");
    expect(waits).toEqual([120_000]);
  });

  it("nobody is asked on the emulator, with a limit of nothing, or for a certificate that stands", async () => {
    const stands: PlannedChange = { ...certificate, action: "destroy" };
    const other: PlannedChange = { ...certificate, address: "aws_lb.public" };
    for (const [run, change] of [
      [runWith({ emulator: "default" }), certificate],
      [runWith({ dnsTimeout: "0s" }), certificate],
      [runWith(), stands],
      [runWith(), other],
    ] as const) {
      const dns = asking();
      await requireDelegation(run, { facts, changes: [change] }, progress(), dns);
      expect(dns.ask).not.toHaveBeenCalled();
    }
  });

  it("a run on the emulator says so once", async () => {
    const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const run = runWith({ emulator: "default" });
    for (let stack = 0; stack < 2; stack++) await requireDelegation(run, { facts, changes: [certificate] }, progress(), asking());
    const lines = written.mock.calls.map(([line]) => line);
    written.mockRestore();
    expect(lines).toEqual(["on the emulator certificates are issued without public DNS: whether their zones are delegated is not asked\n"]);
  });
});

describe("after a zone was made", () => {
  const saved = (records: object, change: Partial<PlannedChange> = {}) => {
    const made: PlannedChange = { address: "aws_route53_zone.zone", action: "create", stateful: true, ...change };
    const json = JSON.stringify({ resource: { aws_route53_record: records } });
    const plan = { facts, changes: [made] } as unknown as Parameters<typeof nameServerNotices>[1]["plan"];
    return { plan, stack: { facts, json } };
  };
  const notice =
    "set these as the NS record of dev.shop.example.com where its parent zone is kept, or with the registrar: ns-1.example.com, ns-2.example.org";

  it("its name servers are told to who has to enter them", async () => {
    expect(await nameServerNotices(runWith(), saved({}))).toEqual([notice]);
    expect(await nameServerNotices(runWith({ emulator: "default" }), saved({}))).toEqual([
      `${notice} (the emulator's own, which nobody asks)`,
    ]);
  });

  it("nobody is told what a stack has done itself, or what was done before", async () => {
    const delegation = { delegation: { name: zone.zoneName, type: "NS" } };
    expect(await nameServerNotices(runWith(), saved(delegation))).toEqual([]);
    expect(await nameServerNotices(runWith(), saved({ partner: { name: `partner.${zone.zoneName}`, type: "NS" } }))).toEqual([notice]);
    expect(await nameServerNotices(runWith(), saved({}, { action: "update" }))).toEqual([]);
  });
});
