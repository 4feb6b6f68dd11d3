import { placeholderImage } from "@groundplan/fargate-task/config";
import { describe, expect, test } from "vitest";
import { changed, ownStack, ownStacks, synthesized } from "./synthesized.js";

test("a change to one service changes the JSON of its stack alone", () => {
  const after = synthesized(
    changed("dev", (dev) => ({ ...dev, services: { ...dev.services, worker: { ...dev.services["worker"], desiredCount: 3 } as never } })),
  );
  const texts = new Map(ownStacks().map(({ facts, text }) => [facts.stack, text]));
  expect(after.filter(({ facts, text }) => texts.get(facts.stack) !== text).map(({ facts }) => facts.stack)).toEqual([
    "dev-service-worker",
  ]);
});

describe("a service's stack", () => {
  test("reads what it stands on, and a worker no more than that", () => {
    const upstream = ["keys", "alerts", "network", "cluster"].map((layer) => `dev-${layer}`);
    expect(ownStack("dev-service-worker").facts).toMatchObject({ layer: "service", entry: "worker", upstream });
    expect(ownStack("dev-service-web").facts.upstream).toEqual([...upstream, "dev-ingress"]);
    expect(ownStack("dev-service-web").facts.state.key).toBe("dev/service-web.tfstate");
  });

  test("pulls the image of the account that all share, whose state it does not read", () => {
    const { template, text } = ownStack("prod-service-worker");
    expect(text).toContain("333333333333.dkr.ecr.eu-west-1.amazonaws.com/shop/app:1.0.0");
    const pulls = template.iamStatements().filter(({ statement }) => [statement.Action ?? []].flat().includes("ecr:BatchGetImage"));
    expect(pulls.map(({ statement }) => statement.Resource)).toEqual([
      expect.arrayContaining(["arn:aws:ecr:eu-west-1:333333333333:repository/shop/app"]),
    ]);
    expect(text).not.toContain("shop-state-333333333333");
  });

  test("runs a placeholder where a pipeline brings the image, and may pull that one", () => {
    const { template, text } = ownStack("prod-service-web");
    expect(text).not.toContain("shop/app:");
    expect(text).toContain(placeholderImage);
    const statements = template.iamStatements().map(({ statement }) => statement);
    expect(statements).toContainEqual(
      expect.objectContaining({ Resource: expect.arrayContaining(["arn:aws:ecr:eu-west-1:333333333333:repository/shop/app"]) }),
    );
  });

  test("has its route on the load balancer that services share, to which its names lead without it", () => {
    const { template } = ownStack("dev-service-web");
    expect(template.resources("aws_route53_record")).toEqual({});
    expect(template).toHaveResource("aws_lb_listener_rule", {
      listener_arn: "${data.terraform_remote_state.ingress.outputs.contract.httpsListenerArn}",
      priority: 100,
      condition: [{ host_header: { values: ["web.dev.shop.example.com"] } }],
    });
    expect(template.resources("aws_lb")).toEqual({});
  });

  test("tells its alarms to the environment's topic", () => {
    const alarms = Object.values(ownStack("prod-service-web").template.resources("aws_cloudwatch_metric_alarm"));
    expect(alarms.length).toBeGreaterThan(4);
    for (const alarm of alarms)
      expect(alarm["alarm_actions"]).toEqual(["${data.terraform_remote_state.alerts.outputs.contract.home.topicArn}"]);
  });

  test("publishes how it is deployed, and its group for those that it may reach", () => {
    expect(ownStack("dev-service-web").template.outputs["contract"]?.["value"]).toMatchObject({
      serviceName: "${aws_ecs_service.web.name}",
      parameterName: "/shop/dev/service/web",
      securityGroupId: "${aws_security_group.web.id}",
    });
    expect(ownStack("dev-service-web").template).toHaveResource("aws_ssm_parameter", { name: "/shop/dev/service/web" });
  });
});

describe("an environment's own zone", () => {
  test("is written into the root's by a role that may write that one record", () => {
    expect(ownStack("dev-dns").template).toHaveResource("aws_route53_record", {
      provider: "aws.zone",
      name: "dev.shop.example.com",
      type: "NS",
    });
    const statements = ownStack("shared-dns").template.iamStatements();
    const writes = statements.filter(({ statement }) => [statement.Action ?? []].flat().includes("route53:ChangeResourceRecordSets"));
    expect(writes.map(({ statement }) => JSON.stringify(statement.Condition)).sort()).toEqual(
      ["dev", "prod", "stage"].map((name) => expect.stringContaining(`"${name}.shop.example.com"`)),
    );
  });
});

test("images are pulled by the accounts that run services, and by no other", () => {
  const { template } = ownStack("shared-ecr");
  expect(template).toHaveResource("aws_ecr_repository", { name: "shop/app", image_tag_mutability: "IMMUTABLE" });
  const readers = template
    .iamStatements()
    .filter(({ statement }) => [statement.Action ?? []].flat().includes("ecr:BatchGetImage"))
    .flatMap(({ statement }) => JSON.stringify(statement.Principal).match(/\d{12}/g) ?? []);
  expect([...new Set(readers)].sort()).toEqual(["444444444444", "555555555555"]);
});

test("images are encrypted by the environment's own key for data, and not by one for each repository", () => {
  const { template, facts } = ownStack("shared-ecr");
  expect(facts.upstream).toEqual(["shared-keys"]);
  const kms_key = "${data.terraform_remote_state.keys.outputs.contract.data.keyArn}";
  expect(template).toHaveResource("aws_ecr_repository", { encryption_configuration: [{ encryption_type: "KMS", kms_key }] });
  expect(template.resources("aws_kms_key")).toEqual({});
});

test("the load balancer that services share has the zone's certificate, a web ACL, and a place for its logs", () => {
  const { template } = ownStack("prod-ingress");
  expect(template).toHaveResource("aws_acm_certificate", {
    domain_name: "prod.shop.example.com",
    subject_alternative_names: ["*.prod.shop.example.com"],
  });
  expect(template).toHaveResource("aws_lb", { enable_deletion_protection: true, drop_invalid_header_fields: true });
  expect(Object.keys(template.resources("aws_wafv2_web_acl_association"))).toHaveLength(1);
  expect(template).toHaveResource("aws_lb", {
    access_logs: { bucket: "shop-archive-222222222222", enabled: true, prefix: "shop-prod/access" },
  });
});

test("alarms are told in the environment's region and in us-east-1, each by a topic that is encrypted", () => {
  const { template } = ownStack("prod-alerts");
  const topics = Object.values(template.resources("aws_sns_topic"));
  expect(topics.map(({ provider, kms_master_key_id: key }) => [provider ?? "aws", typeof key])).toEqual(
    expect.arrayContaining([
      ["aws.edge", "string"],
      [expect.not.stringContaining("edge"), "string"],
    ]),
  );
});
