import { describe, expect, test } from "vitest";
import { waysIn } from "../load.js";
import { load, place, report } from "./folder.js";

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
    expect(told("[main, { database: main, user: reader, rights: read }]")).toEqual([
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

  test("know the service by its own name, as SQL writes it", () => {
    expect(waysIn("order-mailer", ["main"])).toMatchObject([{ user: "order_mailer", access: "iam" }]);
  });
});
