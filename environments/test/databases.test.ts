import { describe, expect, test } from "vitest";
import { waysIn } from "../load.js";
import { estate, load, place, report } from "./folder.js";

const network = "network: { cidr: 10.0.0.0/16, azs: [a, b] }\n";
const main = (more = ""): string => `databases: { main: { engine: postgres, version: "17"${more} } }\n`;
const api = (databases: string, more = ""): string => `services: { api: { image: "x:1", databases: ${databases}${more} } }\n`;
const dev = (...parts: readonly string[]) => ({ "dev.yaml": `${place("nonprod")}${parts.join("")}` });

test("a database has production's defaults in production, and cheaper ones outside it", () => {
  const prod = load({ "prod.yaml": `${place("prod", true)}${network}${main()}` }).environments["prod"];
  expect(prod?.databases["main"]).toMatchObject({ availability: "standby", backups: { retentionDays: 30 }, protect: true });
  expect(load(dev(network, main())).environments["dev"]?.databases["main"]).toMatchObject({
    availability: "single",
    backups: { retentionDays: 7 },
    protect: false,
  });
});

test("a database needs a network", () => {
  expect(report(dev(main()))).toEqual([
    'environments/dev.yaml:4:14  databases.main  needs the section "network", which the environment lacks: it stands in isolated subnets; add "network"',
  ]);
});

test("a database finds isolated subnets, in as many AZs as AWS asks for", () => {
  const told = (networkData: string, more = ""): string[] => report(dev(`network: { cidr: 10.0.0.0/16, ${networkData} }\n`, main(more)));
  expect(told("azs: [a]")).toEqual([
    expect.stringMatching(/databases\.main {2}needs subnets in 2 AZs, and the network has 1; give "network\.azs" 2/),
  ]);
  expect(told("azs: { a: 0, b: 1 }", ", availability: readableStandbys, size: db.m6gd.large")).toEqual([
    expect.stringMatching(/databases\.main {2}needs subnets in 3 AZs, and the network has 2/),
  ]);
  expect(told("azs: 3, withoutTiers: [isolated]")).toEqual([expect.stringContaining('take "isolated" out of "network.withoutTiers"')]);
});

describe("a second region", () => {
  test("is one of the account's", () => {
    const copied = (region: string): string => main(`, backups: { inSecondRegionDays: 7 }, secondRegion: ${region}`);
    expect(report(dev(network, copied("eu-north-1")))).toEqual([
      expect.stringMatching(
        /databases\.main\.secondRegion {2}"eu-north-1" is none of account "nonprod"'s; give one of eu-west-1, eu-central-1, or add it/,
      ),
    ]);
    expect(load(dev(network, copied("eu-central-1"))).environments["dev"]?.databases["main"]?.secondRegion).toBe("eu-central-1");
  });

  test("says in which network instances stand there, and none where none do", () => {
    const replicas = ", master: { secret: writeOnly }, secondRegion: eu-central-1, replicas: { far: { inSecondRegion: true } }";
    const second =
      ", secondNetwork: { vpcId: vpc-0123456789abcdef0, isolatedSubnetIds: [subnet-0123456789abcdef0, subnet-0123456789abcdef1] }";
    expect(report(dev(network, main(replicas)))).toEqual([expect.stringContaining('nothing says in which network; give "secondNetwork"')]);
    expect(load(dev(network, main(replicas + second))).environments["dev"]?.databases["main"]?.secondNetwork?.vpcId).toMatch(/^vpc-/);
    expect(report(dev(network, main(second)))).toEqual([
      expect.stringContaining("is for instances in a second region, and there are none"),
    ]);
  });
});

describe("a service's databases", () => {
  const told = (databases: string, more = "", database = ""): string[] => report(dev(network, main(database), api(databases, more)));

  test("are those of its environment", () => {
    expect(told("[man]")).toEqual([
      expect.stringMatching(/services\.api\.databases\.0 {2}"man" is no database of the environment; did you mean "main"\?$/),
    ]);
    expect(report(dev(network, api("[main]")))).toEqual([
      expect.stringContaining('is no database of the environment; name it in the section "databases"'),
    ]);
  });

  test("have variables that do not meet each other's, or the service's own", () => {
    const two = 'databases: { main: { engine: postgres, version: "17" }, audit: { engine: mariadb, version: "11.8" } }\n';
    expect(report(dev(network, two, api("[main, audit]")))).toEqual([
      expect.stringContaining('has the variables DATABASE_… as "main" has; give one of them "variables" of its own'),
    ]);
    expect(told("[main]", ", environment: { DATABASE_HOST: there }")).toEqual([
      expect.stringContaining('sets variables called DATABASE_…, and the service has "DATABASE_HOST"; take that out'),
    ]);
  });

  test("are reached through a proxy by the users that it knows", () => {
    const proxied = "[{ database: main, access: proxy }]";
    expect(told(proxied)).toEqual([
      expect.stringContaining('comes as "api", whom the proxy of "main" does not know; add it to "databases.main.proxy.users"'),
    ]);
    const { environments } = load(dev(network, main(", proxy: { users: [api] }"), api(proxied)));
    expect(waysIn("api", environments["dev"]?.services["api"]?.databases ?? [])).toEqual([
      { database: "main", access: "proxy", rights: "readWrite", user: "api", variables: "DATABASE" },
    ]);
  });

  test("have one user of the service each, who is not the master", () => {
    expect(told("[main, { database: main, user: reader, variables: READER }]")).toEqual([
      expect.stringMatching(/services\.api\.databases\.1 {2}.*is named above already, and a service has one user in a database; keep one$/),
    ]);
    expect(told("[{ database: main, user: dbadmin }]")).toEqual([
      expect.stringContaining('is the master of "main"; give "user" another name'),
    ]);
  });

  test("make that user by a task, whose name nothing else of the service has", () => {
    const what = 'is what the task is called that makes the service\'s user in "main"; give it another name';
    expect(told("[main]", ", oneOffTasks: { main-user: { command: [migrate] } }")).toEqual([
      expect.stringContaining(`services.api.oneOffTasks.main-user  ${what}`),
    ]);
    const named = api("[main]").replace("api:", "main-user:");
    expect(report(dev(network, main(), named))).toEqual([expect.stringContaining(`services.main-user  ${what}`)]);
  });

  test("make that user by a task that is not called as another service", () => {
    const twins = 'services: { api: { image: "x:1", databases: [main] }, api-main: { image: "x:1" } }\n';
    expect(report(dev(network, main(), twins))).toEqual([
      expect.stringContaining('services.api-main  is called in AWS as the task that makes the user of "api" in "main"; give one of them'),
    ]);
  });

  test("know the service by its own name, as SQL writes it", () => {
    expect(waysIn("order-mailer", ["main"])).toMatchObject([{ user: "order_mailer", access: "iam" }]);
  });
});

describe("a database's name in AWS", () => {
  const long = "a-database-of-a-very-long-name";
  const named = (name: string, text = estate) => ({
    "estate.yaml": text,
    "environment-twenty-a.yaml": `${place("nonprod")}${network}databases: { ${name}: { engine: postgres, version: "17" } }\n`,
  });

  test("is made of project, environment and its own: where it is too long, what to do is told", () => {
    const project = estate.replace("project: shop", "project: shop-of-twenty-chars");
    expect(report(named(long))).toEqual([
      `environments/environment-twenty-a.yaml:5:14  databases.${long}  is called "shop-environment-twenty-a-${long}" in AWS, which is longer than 50 characters; give it a name of at most 24 characters`,
    ]);
    expect(load(named(long.slice(0, 23))).environments["environment-twenty-a"]?.databases).toHaveProperty(long.slice(0, 23));
    expect(report(named("main", project))).toEqual([
      expect.stringMatching(
        /^environments\/environment-twenty-a\.yaml:4:1 {2}network {2}is called "shop-of-twenty-chars-environment-twenty-a" in AWS, .* 40 .*; give the project or the environment a shorter name$/,
      ),
    ]);
  });

  test("is no other database's of the account", () => {
    const of = (name: string, cidr: string) =>
      `${place("nonprod")}network: { cidr: ${cidr}, azs: [a, b] }\n${main().replace("main", name)}`;
    expect(report({ "a.yaml": of("b-c", "10.0.0.0/16"), "a-b.yaml": of("c", "10.1.0.0/16") })).toEqual([
      expect.stringMatching(
        /databases\.\S+ {2}is called "<project>-a-b-c" in AWS, as is ".*" of the environment ".*" in the same account; give it another name$/,
      ),
    ]);
  });
});
