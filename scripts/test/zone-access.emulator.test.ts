import { afterAll, beforeAll, expect, it } from "vitest";
import { parameter, SmallProject } from "./small/estate.js";
import { SmallWorld } from "./small/world.js";

let world: SmallWorld;
let project: SmallProject;

beforeAll(async () => {
  world = await SmallWorld.start("zone-access");
  project = new SmallProject();
});
afterAll(async () => {
  project.remove();
  await world.stop();
});

const role = (access: string) => `arn:aws:iam::333333333333:role/shop-zone-dev-${access}`;

/** Who Terraform is in the other account, asked while it plans and, since `after` is not there before, while it applies. */
const whoIsIt = {
  variable: { zone_access: { type: "string", default: "plan", ephemeral: true } },
  provider: {
    alias: "zone",
    region: "eu-west-1",
    assume_role: [{ role_arn: `\${var.zone_access == "apply" ? "${role("apply")}" : "${role("plan")}"}` }],
  },
  data: {
    aws_caller_identity: {
      planning: { provider: "aws.zone" },
      applying: { provider: "aws.zone", depends_on: ["aws_ssm_parameter.first"] },
    },
  },
};

it("a plan is made by the role that reads, and applied as it is by the one that writes; a zone's name servers are told to who enters them", async () => {
  project.synthesize({
    stack: "zoned-dns",
    more: whoIsIt,
    resources: {
      aws_ssm_parameter: { ...parameter("first"), ...parameter("who", "${data.aws_caller_identity.applying.arn}") },
      aws_route53_zone: { zone: { name: "shop.example.com" } },
    },
    contract: {
      planning: "${data.aws_caller_identity.planning.arn}",
      applying: "${data.aws_caller_identity.applying.arn}",
      zoneName: "shop.example.com",
      nameServers: "${aws_route53_zone.zone.name_servers}",
    },
  });

  const planned = await world.run(project.root, "plan", "zoned");
  expect(planned.out).toContain("zoned-dns: 3 to add");
  expect(planned.code).toBe(2);

  const applied = await world.run(project.root, "apply", "zoned", "--json");
  const outcome = JSON.parse(applied.out);
  const servers = [...outcome.contracts["zoned-dns"].nameServers].sort().join(", ");
  const notice = `set these as the NS record of shop.example.com where its parent zone is kept, or with the registrar: ${servers}`;
  expect(outcome).toMatchObject({
    stacks: [{ stack: "zoned-dns", status: "applied", notices: [`${notice} (the emulator's own, which nobody asks)`] }],
    contracts: {
      "zoned-dns": {
        planning: expect.stringContaining(":assumed-role/shop-zone-dev-plan/"),
        applying: expect.stringContaining(":assumed-role/shop-zone-dev-apply/"),
      },
    },
  });

  const destroyed = await world.run(project.root, "destroy", "zoned", "--auto-approve", "--json");
  expect(JSON.parse(destroyed.out)).toMatchObject({ stacks: [{ stack: "zoned-dns", status: "destroyed" }] });
});
