import { describe, expect, test } from "vitest";
import { load, place, report } from "./folder.js";

const network = "network: { cidr: 10.0.0.0/16 }\n";
const shared = `${place("shared", true)}ecr: { repositories: { api: {} } }\n`;
const ingress = "ingress: {}\ndns: { delegation: elsewhere }\n";

const image = (text: string): string => `services:\n  api:\n    image: ${text}\n`;
const routed = (name: string, more: string): string =>
  `  ${name}: { image: "nginx:1.27", port: 80, loadBalancer: shared, hosts: [${name}], ${more} }\n`;

describe("a service of six lines", () => {
  test("has every default", () => {
    const { environments } = load({ "dev.yaml": place("nonprod") + network + image("nginx:1.27") });
    expect(environments["dev"]?.services["api"]).toMatchObject({
      image: "nginx:1.27",
      desiredCount: 1,
      loadBalancer: "none",
      readOnlyRoot: true,
    });
  });

  test("needs a network, and what its requests come by", () => {
    expect(report({ "dev.yaml": `${place("nonprod")}services:\n${routed("api", "priority: 1")}` })).toEqual([
      `environments/dev.yaml:5:3  services.api  needs the section "network", which the environment lacks: it stands in private subnets; add "network"`,
      `environments/dev.yaml:5:3  services.api  needs the section "ingress", which the environment lacks: that is the load balancer that services share; add "ingress"`,
      `environments/dev.yaml:5:3  services.api  needs the section "dns", which the environment lacks: its names are in the environment's zone; add "dns"`,
    ]);
  });

  test("has no place where the images are", () => {
    expect(report({ "shared.yaml": shared + network + image("nginx:1.27") })).toContainEqual(
      expect.stringContaining('services  has no place in a shared account, and "shared" is one'),
    );
  });
});

describe("an image", () => {
  const dev = (text: string) => ({ "shared.yaml": shared, "dev.yaml": place("nonprod") + network + image(text) });

  test("of the estate is by the name of its repository, and a tag or a digest", () => {
    const digest = `sha256:${"0".repeat(64)}`;
    for (const text of ['{ repository: api, tag: "1.10" }', `{ repository: api, digest: "${digest}" }`])
      expect(Object.keys(load(dev(text)).environments)).toEqual(["dev", "shared"]);
  });

  test("of a repository that nobody has is told, with the nearest", () => {
    expect(report(dev('{ repository: apy, tag: "1" }'))).toEqual([
      'environments/dev.yaml:7:26  services.api.image.repository  "apy" is no repository of the estate; did you mean "api"?',
    ]);
  });

  test("is to be named, unless a pipeline brings it", () => {
    expect(report(dev("{ repository: api }"))).toHaveLength(1);
    expect(() => load(dev("{ repository: api }\n    imageOwner: pipeline"))).not.toThrow();
  });

  test("in production is one of the estate's own, by a tag that stays", () => {
    const prod = (text: string) => ({ "shared.yaml": shared, "prod.yaml": place("prod", true) + network + image(text) });
    expect(report(prod("nginx:1.27"))).toEqual([expect.stringContaining('or acknowledge "service-image-of-the-estate" with a reason')]);
    expect(report(prod("{ repository: api, tag: latest }"))).toEqual([expect.stringContaining('acknowledge "service-image-pinned"')]);
    expect(() => load(prod('{ repository: api, tag: "1.2.3" }'))).not.toThrow();
    const whole = (account: string) => prod(`${account}.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1.2.3`);
    expect(() => load(whole("222222222222"))).not.toThrow();
    expect(report(whole("999999999999"))).toEqual([
      expect.stringMatching(/services\.api\.image .* comes from account 999999999999, .*acknowledge "service-image-of-the-estate"/),
    ]);
  });
});

describe("routes on the load balancer that services share", () => {
  const dev = (...services: string[]) => ({ "dev.yaml": `${place("nonprod")}${network}${ingress}services:\n${services.join("")}` });

  test("have a priority each", () => {
    expect(report(dev(routed("api", "priority: 10"), routed("web", "priority: 10")))).toEqual([
      expect.stringMatching(
        /^environments\/dev\.yaml:9:\d+ {2}services\.web\.priority {2}10 is the priority of "api" too; give another, such as 11$/,
      ),
    ]);
  });

  test("are not hidden by another one", () => {
    const web = (host: string) => `  web: { image: "nginx:1.27", port: 80, loadBalancer: shared, hosts: ["${host}"], priority: 5 }\n`;
    for (const host of ["api", "api.dev.shop.example.com", "*.dev.shop.example.com"])
      expect(report(dev(routed("api", "priority: 10"), web(host)))).toEqual([
        expect.stringContaining('services.api.hosts  never get a request, since "web" takes them all with priority 5; give this route'),
      ]);
    expect(() => load(dev(routed("api", "priority: 10"), web("www.dev.shop.example.com")))).not.toThrow();
    expect(() => load(dev(routed("api", "priority: 10"), routed("web", "priority: 11")))).not.toThrow();
  });
});

test("a host is beneath the environment's zone, or without a dot", () => {
  const dev = (host: string) => ({
    "dev.yaml": `${place("nonprod")}${network}${ingress}services:\n  api: { image: "nginx:1.27", port: 80, loadBalancer: shared, priority: 1, hosts: ["${host}"] }\n`,
  });
  for (const host of ["api", "api.dev.shop.example.com", "*.dev.shop.example.com", "dev.shop.example.com"])
    expect(() => load(dev(host))).not.toThrow();
  for (const host of ["api.shop.example.com", "*.api", "api.notdev.shop.example.com"])
    expect(report(dev(host))).toEqual([
      expect.stringMatching(
        /services\.api\.hosts\.0 .* is not beneath the zone "dev\.shop\.example\.com"; give a name that ends in ".dev.shop.example.com", or one without a dot$/,
      ),
    ]);
});

describe("a service's name", () => {
  const worker = (name: string, more = ""): string => `services: { ${name}: { image: "nginx:1.27"${more} } }\n`;
  const dev = (name: string, more = ""): string => place("nonprod") + network + worker(name, more);
  const apart = "network: { cidr: 10.1.0.0/16 }\n";

  test("is told where it is too long, and fits with the longest of environments", () => {
    const environment = "e".repeat(20);
    expect(() => load({ [`${environment}.yaml`]: dev("s".repeat(20)) })).not.toThrow();
    expect(report({ "dev.yaml": dev("s".repeat(21)) })).toEqual([expect.stringContaining("is too long; give at most 20 characters")]);
  });

  test("is no other's in the same account, joined with its environment's", () => {
    const files = { "dev.yaml": dev("api-web"), "dev-api.yaml": place("nonprod") + apart + worker("web") };
    expect(report(files)).toEqual([
      'environments/dev.yaml:5:13  services.api-web  is called "<project>-dev-api-web" in AWS, as is "web" of the environment "dev-api" in the same account; give it another name',
    ]);
    expect(() => load({ ...files, "dev-api.yaml": place("prod") + apart + worker("web") })).not.toThrow();
  });

  test("is no environment's, whose load balancer is called so", () => {
    const files = { "dev.yaml": dev("api"), "dev-api.yaml": place("nonprod") + apart };
    expect(report(files)).toEqual([expect.stringContaining('as is the load balancer of the environment "dev-api"')]);
  });

  test("is no family that another one's pipeline renders from", () => {
    const services = (api: string) => ({
      "dev.yaml": `${place("nonprod")}${network}services:\n  api: ${api}\n  api-template: { image: "nginx:1.27" }\n`,
    });
    expect(report(services("{ imageOwner: pipeline }"))).toEqual([
      expect.stringContaining(
        'services.api-template  is called "<project>-dev-api-template" in AWS, as is the family that the pipeline of "api"',
      ),
    ]);
    expect(() => load(services('{ image: "nginx:1.27" }'))).not.toThrow();
  });
});

test("what goes with one kind of deployment is told under another", () => {
  const deployed = (deployment: string, more = "") =>
    report({ "dev.yaml": place("nonprod") + network + ingress + image(`"nginx:1.27"\n    deployment: ${deployment}\n${more}`) });
  expect(deployed("{ kind: blueGreen, rollbackOnAlarms: false, circuitBreaker: stop }")).toEqual([
    expect.stringContaining('services.api.deployment.circuitBreaker  goes with "kind" "rolling" alone; take it out'),
  ]);
  expect(deployed("{ kind: canary, rollbackOnAlarms: false }", "    serviceConnect: { role: client }\n")).toEqual([
    expect.stringContaining('services.api.loadBalancer  "none" does not go with "deployment.kind" canary'),
    expect.stringContaining('services.api.serviceConnect  does not go with "deployment.kind" canary'),
  ]);
});

test("a variable that looks like a secret is told, and not shown", () => {
  const [told = "", ...more] = report({
    "dev.yaml": `${place("nonprod") + network + image("nginx:1.27")}    environment: { DATABASE_URL: "postgres://shop:hunter2@db/shop" }\n`,
  });
  expect(told).toContain("services.api.environment.DATABASE_URL  looks like a URL with a password");
  expect(told).not.toContain("hunter2");
  expect(more.join()).not.toContain("hunter2");
});
