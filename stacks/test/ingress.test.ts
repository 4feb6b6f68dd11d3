import type { Template } from "@groundplan/testing";
import { expect, test } from "vitest";
import type { Environment } from "../../environments/load.js";
import { ownEstate, synthesizedAlone } from "./synthesized.js";

type Ingress = NonNullable<Environment["ingress"]>;

/** A stack of "dev", whose ingress is changed as given. */
function devTemplate(layer: string, changes: Partial<Ingress>): Template {
  const stacks = synthesizedAlone("dev", ({ ingress, ...dev }) => {
    if (ingress === undefined) throw new Error('the estate has no "dev" with an ingress');
    return { ...dev, ingress: { ...ingress, ...changes } };
  });
  const found = stacks.find(({ facts }) => facts.stack === `dev-${layer}`);
  if (found === undefined) throw new Error(`there is no stack of ${layer}`);
  return found.template;
}

test("the certificate of the shared load balancer has the names that hosts beneath the first level need", () => {
  expect(devTemplate("ingress", { certificateNames: ["*.preview.dev.shop.example.com"] })).toHaveResource("aws_acm_certificate", {
    domain_name: "dev.shop.example.com",
    subject_alternative_names: ["*.dev.shop.example.com", "*.preview.dev.shop.example.com"],
  });
});

test("every name of the zone leads to it, those of its certificate too, so that services may share one by its paths", () => {
  const records = (changes: Partial<Ingress>) =>
    Object.values(devTemplate("ingress", changes).resources("aws_route53_record"))
      .filter(({ alias }) => alias !== undefined)
      .map(({ name, type }) => `${name} ${type}`);
  expect(records({})).toEqual(["dev.shop.example.com A", "*.dev.shop.example.com A"]);
  expect(records({ certificateNames: ["*.preview.dev.shop.example.com"], apex: false })).toEqual([
    "*.dev.shop.example.com A",
    "*.preview.dev.shop.example.com A",
  ]);
  expect(records({ dualStack: true, apex: false })).toEqual(["*.dev.shop.example.com A", "*.dev.shop.example.com AAAA"]);
});

test("its alarms, and the web ACL's, are told to the environment's topic", () => {
  const webAcl = ownEstate().environments["dev"]?.ingress?.webAcl;
  if (webAcl === undefined || webAcl === "off") throw new Error('"dev" has no web ACL');
  const alarms = devTemplate("ingress", { webAcl: { ...webAcl, alarms: { blockedRequests: 1000 } } }).resources(
    "aws_cloudwatch_metric_alarm",
  );
  expect(Object.keys(alarms)).toEqual(expect.arrayContaining(["ingress_server_errors", "web_acl_blocked_requests"]));
  for (const alarm of Object.values(alarms))
    expect(alarm["alarm_actions"]).toEqual(["${data.terraform_remote_state.alerts.outputs.contract.home.topicArn}"]);
});
