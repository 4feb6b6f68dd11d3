import { brokenRules, type DeepReadonly, problemsOf, problemText } from "@groundplan/core/schema";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { engines, engineTraits, nonProduction, notices, parameterGroupFamily, rules, schemas } from "../src/config.js";
import type { DatabaseData, DatabaseUserData } from "../src/index.js";
import { aurora, base, config, problems, replica } from "./problems.js";

const broken = (data: Readonly<Record<string, unknown>>) => brokenRules(rules, config(data)).map(({ id }) => id);

describe("a database's data", () => {
  it("needs a name, an engine and a version, and is fit for production without anything else", () => {
    expect(config()).toMatchObject({
      availability: "standby",
      master: { secret: "managed", rotateAfterDays: 7 },
      backups: { retentionDays: 30, finalSnapshot: true, keepAfterDestroy: true },
      upgrades: { allowMajor: false, applyImmediately: false, how: "inPlace" },
      protect: true,
      generation: 1,
    });
    expect(broken({})).toEqual([]);
  });

  it("is cheaper where nobody would miss it", () => {
    const { backups, upgrades, ...cheaper } = nonProduction;
    expect(config({ ...cheaper, backups, upgrades })).toMatchObject({
      availability: "single",
      backups: { retentionDays: 7, finalSnapshot: true },
      upgrades: { applyImmediately: true },
      protect: false,
    });
  });

  it.each([
    ["is no version of its engine", { engine: "mysql", version: "8" }, 'version: is no version of mysql; give one such as "8.4"'],
    [
      "is another engine's version",
      { engine: "mysql", version: "8.0.mysql_aurora.3.08.0" },
      "version: is a version of aurora-mysql, not of mysql; give one of mysql's",
    ],
    [
      "has a name that the engine keeps",
      { databaseName: "postgres" },
      "databaseName: is a name that postgres keeps to itself; give another one",
    ],
    [
      "has a master that the engine keeps",
      { master: { secret: "managed", userName: "rdsadmin" } },
      "master.userName: is a name that postgres keeps to itself; give another one",
    ],
    [
      "turns rotation off",
      { master: { secret: "managed", rotateAfterDays: "off" } },
      'master.rotateAfterDays: cannot be said by version 5 of the AWS provider, 6.62 is the first that can; give days, up to 1000, or "master.secret" writeOnly',
    ],
    [
      "has replicas beside a managed secret",
      { replicas: { reports: {} } },
      'master.secret: does not go with "replicas", which AWS refuses then; give "writeOnly", as the README\'s "From one password to the other" says',
    ],
    [
      "is copied by RDS beside a managed secret",
      { upgrades: { how: "blueGreen" } },
      'master.secret: does not go with "upgrades.how", which AWS refuses then; give "writeOnly", as the README\'s "From one password to the other" says',
    ],
    [
      "has a global cluster beside a managed secret",
      { ...aurora, globalCluster: {}, secondRegion: "eu-central-1" },
      'master.secret: does not go with "globalCluster", which AWS refuses then; give "writeOnly", as the README\'s "From one password to the other" says',
    ],
    [
      "has a part of a version in a global cluster",
      { ...aurora, globalCluster: {}, secondRegion: "eu-central-1", master: { secret: "writeOnly" } },
      'version: is not the whole of it, which "globalCluster" needs; give one such as "16.8"',
    ],
    [
      "is copied by RDS beside replicas",
      { ...replica, upgrades: { how: "blueGreen" } },
      'upgrades.how: does not go with "replicas"; take that out for the time of the upgrade, or give "inPlace"',
    ],
    [
      "turns TLS off",
      { parameters: { "rds.force_ssl": "0" } },
      'parameters.rds.force_ssl: lets connections in without TLS, where the module needs "1"; take it out',
    ],
    [
      "turns Aurora's TLS off",
      { engine: "aurora-mysql", version: "8.0", parameters: { require_secure_transport: { value: "OFF", apply: "immediately" } } },
      'parameters.require_secure_transport: lets connections in without TLS, where the module needs "ON"; take it out',
    ],
    [
      "is stopped beside replicas",
      { ...replica, schedule: { stop: "cron(0 20 ? * MON-FRI *)", start: "cron(0 7 ? * MON-FRI *)" } },
      'schedule: does not go with "replicas", beside which AWS never stops it; take one of them out',
    ],
    [
      "has something in a second region that it does not name",
      { backups: { inSecondRegionDays: 7 } },
      'secondRegion: is missing, and "backups.inSecondRegionDays" stands there; give a region, and wire "replicaProvider"',
    ],
    [
      "has its own region as the second",
      { secondRegion: "eu-west-1", backups: { inSecondRegionDays: 7 } },
      "secondRegion: is the database's own; give another one",
    ],
    [
      "names a second region for nothing",
      { secondRegion: "eu-central-1" },
      'secondRegion: holds nothing; take it out, or give "globalCluster", a replica or a copy',
    ],
    [
      "has a class without a disk for readable standbys",
      { availability: "readableStandbys", size: "db.m7g.large" },
      'size: has no disk of its own, which readable standbys need; give one such as "db.m6gd.large"',
    ],
    [
      "has a capacity upside down",
      { ...aurora, size: { minAcu: 4, maxAcu: 2 } },
      'size.minAcu: is greater than "maxAcu" 2; give at most 2',
    ],
    [
      "pauses and never falls so far",
      { ...aurora, size: { minAcu: 1, maxAcu: 2, pauseAfterSeconds: 600 } },
      'size.pauseAfterSeconds: never comes about with "minAcu" above 0; give "minAcu" 0, or take it out',
    ],
    [
      "has a replica of Aurora elsewhere",
      { ...aurora, replicas: { far: { inSecondRegion: true } }, secondRegion: "eu-central-1" },
      'replicas.far.inSecondRegion: is not for Aurora; take it out, and give "globalCluster"',
    ],
    [
      "keeps what its vault does not let go so early",
      { backupPlan: { keepDays: 5, lock: { mode: "governance", minDays: 7 } } },
      'backupPlan.keepDays: is less than "backupPlan.lock.minDays" 7; give at least 7',
    ],
    [
      "keeps what its vault does not keep so long",
      { backupPlan: { keepDays: 90, lock: { mode: "governance", maxDays: 30 } } },
      'backupPlan.keepDays: is more than "backupPlan.lock.maxDays" 30; give at most 30',
    ],
  ])("is told where it %s", (_what, data, problem) => {
    expect(problems(data)).toContain(problem);
  });
});

describe("a lock that nobody can take away", () => {
  const lock = { mode: "compliance", minDays: 1, maxDays: 90, changeableForDays: 3 };
  const acknowledge = "the auditors of 2030 asked for it";

  it("is wanted in a sentence, in production as elsewhere", () => {
    const told = (given: object) =>
      (schemas.Database.safeParse({ ...base, backupPlan: { lock: given } }, { reportInput: true }).error?.issues ?? [])
        .flatMap((issue) => problemsOf(issue, schemas.Database))
        .map(problemText);
    expect(told(lock)).toEqual(['"backupPlan.lock.acknowledge" is missing; give a string']);
    expect(told({ ...lock, acknowledge })).toEqual([]);
  });

  it("is told, too", () => {
    expect(notices(config({ size: "db.m7g.large", backupPlan: { lock: { ...lock, acknowledge } } })).join()).toContain(
      "nobody can ever take the lock away",
    );
  });
});

describe("the family of parameter groups", () => {
  it.each([
    ["postgres", "17", "postgres17"],
    ["postgres", "16.8", "postgres16"],
    ["mysql", "8.4", "mysql8.4"],
    ["mysql", "8.0.42", "mysql8.0"],
    ["mariadb", "10.11.9", "mariadb10.11"],
    ["aurora-postgresql", "16.4", "aurora-postgresql16"],
    ["aurora-mysql", "8.0.mysql_aurora.3.08.2", "aurora-mysql8.0"],
  ] as const)("of %s %s is %s", (engine, version, family) => {
    expect(parameterGroupFamily(engine, version)).toBe(family);
  });

  it("is told where the version is not known, and taken by the rule", () => {
    expect(notices(config({ version: "23" })).join()).toContain('is taken to be "postgres23"');
    for (const engine of engines) {
      for (const version of engineTraits[engine].majors)
        expect(notices(config({ engine, version, size: "db.m7g.large" })), `${engine} ${version}`).toEqual([]);
    }
  });
});

describe("the generated props", () => {
  it("are the schemas' input", () => {
    expectTypeOf<DatabaseData>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.Database>>>();
    expectTypeOf<DatabaseUserData>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.DatabaseUser>>>();
  });
});
