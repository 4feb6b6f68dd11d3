import { expect, test } from "vitest";
import type { Environment } from "../../environments/load.js";
import { changed, ownStack, ownStacks, synthesized } from "./synthesized.js";

const without = (hello: Environment["services"][string]) => ({ ...hello, databases: [] });

test("a service that takes a database up changes its own stack alone", () => {
  const before = synthesized(changed("local", (local) => ({ ...local, services: { hello: without(local.services["hello"] as never) } })));
  const texts = new Map(before.map(({ facts, text }) => [facts.stack, text]));
  expect(ownStacks().flatMap(({ facts, text }) => (texts.get(facts.stack) === text ? [] : [facts.stack]))).toEqual(["local-service-hello"]);
});

test("a database stands in isolated subnets, encrypted by the environment's keys", () => {
  const { template, facts } = ownStack("local-database-main");
  expect(facts).toMatchObject({ layer: "database", entry: "main", upstream: ["local-keys", "local-alerts", "local-network"] });
  const network = "data.terraform_remote_state.network.outputs.contract";
  expect(template).toHaveResource("aws_db_subnet_group", { subnet_ids: `\${${network}.isolatedSubnetIds}` });
  expect(template).toHaveResource("aws_db_instance", {
    identifier: "shop-local-main",
    publicly_accessible: false,
    kms_key_id: "${data.terraform_remote_state.keys.outputs.contract.data.keyArn}",
  });
});

test("a service is let in by rules of its own stack, and told where its database is", () => {
  const { template, facts, text } = ownStack("local-service-hello");
  expect(facts.upstream).toContain("local-database-main");
  const database = "data.terraform_remote_state.database-main.outputs.contract";
  expect(template).toHaveResource("aws_vpc_security_group_ingress_rule", {
    security_group_id: `\${${database}.securityGroupId}`,
    referenced_security_group_id: "${aws_security_group.hello.id}",
  });
  expect(text).toContain("DATABASE_HOST");
  // ECS takes text alone, and a contract's port is a number
  expect(text).toMatch(new RegExp(`tostring\\(${database.replaceAll(".", "\\.")}\\.port\\)`));
  expect(template).toHaveResource("aws_ssm_parameter", { name: "/shop/local/service/hello/task/main-user" });
});

test("a service connects as itself alone, and never sees the master's secret", () => {
  const { template } = ownStack("local-service-hello");
  const of = (role: string) => template.iamStatements().filter(({ address }) => address.includes(role));
  const connects = template.iamStatements().filter(({ statement }) => [statement.Action ?? []].flat().includes("rds-db:connect"));
  expect(connects.map(({ statement }) => statement.Resource)).toEqual([expect.stringMatching(/:dbuser:\$\{.*resourceId\}\/hello$/)]);
  expect(JSON.stringify(of("hello_task"))).not.toContain("masterSecretArn");
  expect(JSON.stringify(of("main_user_task"))).toContain("masterSecretArn");
});
