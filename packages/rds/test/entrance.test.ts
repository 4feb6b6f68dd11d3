import { makeSecurityGroup } from "@groundplan/security-group";
import { synthesize } from "@groundplan/testing";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { api } from "../examples/service.js";
import { encryptionKey, network, place } from "../examples/surroundings.js";
import { Database } from "../src/index.js";

/** Whoever has a group. */
class Client extends Construct {
  readonly securityGroupId = makeSecurityGroup(this, { name: "client", description: "Client", vpc: network }).id;
}

describe("a client that is let in", () => {
  it("has the rules in its own scope, to that port and no other", () => {
    const template = synthesize((stack) => {
      const data = { ...place, name: "shop-prod-main", engine: "postgres", version: "17", port: 5433 } as const;
      const database = new Database(stack, "main", { ...data, network, encryptionKey, logsKey: encryptionKey });
      database.allowFrom(new Client(stack, "reports"));
    });
    const ports = { from_port: 5433, to_port: 5433, ip_protocol: "tcp" };
    expect(template).toHaveResourceAt("aws_vpc_security_group_ingress_rule.reports_main", {
      security_group_id: "${aws_security_group.main.id}",
      referenced_security_group_id: "${aws_security_group.reports.id}",
      ...ports,
    });
    expect(template).toHaveResourceAt("aws_vpc_security_group_egress_rule.reports_main", {
      security_group_id: "${aws_security_group.reports.id}",
      referenced_security_group_id: "${aws_security_group.main.id}",
      ...ports,
    });
  });

  it("by a user may connect as that user, from its own role", () => {
    const template = synthesize((stack) => void api(stack));
    const granted = template.iamStatements().filter(({ statement }) => (statement.Action ?? []).includes("rds-db:connect"));
    expect(granted.map(({ address, statement }) => [address, statement.Resource])).toEqual([
      [
        "aws_iam_role_policy.api_task_task_api_main",
        "arn:aws:rds-db:eu-west-1:111111111111:dbuser:${aws_db_instance.main.resource_id}/api",
      ],
    ]);
  });
});
