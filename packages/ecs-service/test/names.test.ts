import { type NamedType, type NameLimit, nameLimits } from "@groundplan/core";
import { synthesize, type Template } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { alarmTopic } from "../examples/surroundings.js";
import { EcsService, type EcsServiceProps } from "../src/index.js";
import { base, behindItsOwn, serviceTemplate } from "./service-template.js";

/** Twenty characters each for project, environment and service, and the hyphens between them. */
const longest = `${"p".repeat(20)}-${"e".repeat(20)}-${"s".repeat(19)}`;
const longKey = "k".repeat(30);
const tasks = {
  scheduledTasks: { [longKey]: { schedule: "rate(1 day)" } },
  oneOffTasks: { [longKey]: { command: ["migrate"] } },
} satisfies Partial<EcsServiceProps>;
const canary = { kind: "canary", percent: 99, intervalMinutes: 2880 } as const;

/** Everything that has a name, called by the longest that an environment's file can make. */
function everything(name: string): Template {
  return serviceTemplate({
    ...behindItsOwn,
    ...tasks,
    name,
    encryptionKey: undefined,
    imageOwner: "pipeline",
    image: undefined,
    repositories: [],
    deployment: canary,
    parameterName: `/${name}`,
  });
}

/** What AWS calls each resource, by address. */
function namesIn({ json }: Template): ReadonlyMap<string, string> {
  const named = Object.entries(json.resource ?? {}).flatMap(([type, blocks]) =>
    Object.entries(blocks).map(([id, block]) => [`${type}.${id}`, nameOf(type, block)] as const),
  );
  return new Map(named.flatMap(([address, name]) => (name === undefined ? [] : [[address, name]])));
}

const isNamedType = (type: string): type is NamedType => Object.hasOwn(nameLimits, type);

const nameKeys = /^(name|bucket|family|alarm_name|dashboard_name|deployment_group_name)$/;

function nameOf(type: string, block: Readonly<Record<string, unknown>>): string | undefined {
  if (!isNamedType(type)) return undefined;
  const key = type === "aws_codedeploy_deployment_config" ? "deployment_config_name" : Object.keys(block).find((one) => nameKeys.test(one));
  const name = key === undefined ? undefined : String(block[key]);
  return type === "aws_kms_alias" ? name?.replace("alias/", "") : name;
}

describe("the names of a service's resources", () => {
  const names = namesIn(everything(`${longest}a`));

  it("are within what AWS takes, for the longest that an environment's file can make", () => {
    expect(`${longest}a`).toHaveLength(62);
    const types = new Set([...names.keys()].map((address) => address.split(".")[0]));
    for (const type of ["aws_lb", "aws_iam_role", "aws_scheduler_schedule", "aws_sqs_queue", "aws_s3_bucket", "aws_codedeploy_app"])
      expect(types).toContain(type);
    for (const [address, name] of names) {
      const type = address.split(".")[0] ?? "";
      const { most, characters }: NameLimit = isNamedType(type) ? nameLimits[type] : { most: 0, characters: "" };
      expect(name.length, `${address} ${name}`).toBeLessThanOrEqual(most);
      expect(name, address).toMatch(new RegExp(`^[${characters}]+$`));
    }
  });

  it("are told apart where the services' names differ at their very end", () => {
    const others = namesIn(everything(`${longest}b`));
    expect([...names].filter(([address, name]) => others.get(address) === name)).toEqual([]);
  });

  it("are of one resource of a type each", () => {
    const seen = [...names].map(([address, name]) => `${address.split(".")[0]} ${name}`);
    expect(seen).toHaveLength(new Set(seen).size);
  });

  it("of a schedule are not another service's", () => {
    const place = { ...base, alarmTopic };
    const cleanup = { schedule: "rate(1 day)" };
    const template = synthesize((stack) => {
      new EcsService(stack, "api", { ...place, name: "shop-api", scheduledTasks: { "mail-cleanup": cleanup } });
      new EcsService(stack, "mail", { ...place, name: "shop-api-mail", scheduledTasks: { cleanup } });
    });
    const called = [...namesIn(template)].map(([address, name]) => `${address.split(".")[0]} ${name}`);
    expect(called.filter((one, index) => called.indexOf(one) < index)).toEqual([]);
    expect(called).toContain("aws_scheduler_schedule shop-api_mail-cleanup");
  });

  it("are refused where one is longer, before anything is made", () => {
    expect(() => serviceTemplate({ name: `${longest}ab` })).toThrow(`"name" "${longest}ab" is too long; give at most 62 characters`);
  });
});
