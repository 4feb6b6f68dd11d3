import { synthesize } from "@groundplan/testing";
import { TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { FargateTask, type FargateTaskProps } from "../src/index.js";
import { secretResources } from "../src/secret-references.js";
import { everything, given, taskTemplate } from "./task-template.js";

const statementsAt = (address: string, props: Partial<FargateTaskProps> = {}) =>
  taskTemplate(props)
    .iamStatements()
    .filter((found) => found.address === address)
    .map(({ statement }) => statement);

const execution = (props: Partial<FargateTaskProps> = {}) => statementsAt("aws_iam_role_policy.api_execution", props);

describe("the roles of a task", () => {
  it("may do what they could at its version, with everything set", async () => {
    const statements = taskTemplate(everything).iamStatements();
    await expect(`${JSON.stringify(statements, null, 2)}\n`).toMatchFileSnapshot("golden/iam.json");
  });

  it("may do nothing of everything, and everything of nothing but what AWS holds to no resource", () => {
    const statements = taskTemplate(everything).iamStatements();
    const actions = statements.flatMap(({ statement }) => statement.Action ?? []);
    expect(actions.filter((action) => action.includes("*"))).toEqual([]);
    const everywhere = statements.filter(({ statement }) => statement.Resource === "*").flatMap(({ statement }) => statement.Action ?? []);
    expect(everywhere).toEqual(["ecr:GetAuthorizationToken", "xray:PutTelemetryRecords", "xray:PutTraceSegments"]);
  });

  it.each(["execution", "task"])("are assumed by ECS's tasks of this account and region alone: %s", (purpose) => {
    expect(statementsAt(`aws_iam_role.api_${purpose}`)).toEqual([
      {
        Sid: "ServiceAssumes",
        Effect: "Allow",
        Principal: { Service: "ecs-tasks.amazonaws.com" },
        Action: ["sts:AssumeRole"],
        Condition: {
          StringEquals: { "aws:SourceAccount": "111111111111" },
          ArnLike: { "aws:SourceArn": "arn:aws:ecs:eu-west-1:111111111111:*" },
        },
      },
    ]);
  });
});

describe("the execution role", () => {
  it("pulls from the image's own repository, and writes to its own log group", () => {
    expect(execution()).toEqual([
      expect.objectContaining({ Sid: "PullsItsImages", Resource: ["arn:aws:ecr:eu-west-1:333333333333:repository/shop/api"] }),
      expect.objectContaining({ Sid: "SignsInToRegistry", Resource: "*" }),
      expect.objectContaining({ Sid: "WritesItsLogs", Resource: "arn:aws:logs:eu-west-1:111111111111:log-group:/ecs/shop-api:*" }),
    ]);
  });

  it("needs no registry for public images", () => {
    expect(execution({ image: "public.ecr.aws/nginx/nginx:1.27.4" }).map(({ Sid }) => Sid)).toEqual(["WritesItsLogs"]);
  });

  it.each([
    "333333333333.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1",
    "333333333333.dkr-ecr.eu-west-1.on.aws/shop/api:1",
    "333333333333.dkr.ecr.eu-west-1.amazonaws.com/shop/api:${var.tag}",
  ])("reads the repository out of %s", (image) => {
    expect(execution({ image })[0]?.Resource).toEqual(["arn:aws:ecr:eu-west-1:333333333333:repository/shop/api"]);
  });

  it("finds a parameter whose name is not known yet, with a slash before it or without", () => {
    const template = synthesize((stack) => {
      const parameterName = new TerraformVariable(stack, "name", { type: "string" }).stringValue;
      new FargateTask(stack, "api", { ...given, secrets: { X: { parameterName } } });
    });
    const { policy } = template.resource("aws_iam_role_policy", "api_execution");
    expect(policy).toContain('arn:aws:ssm:eu-west-1:111111111111:parameter/${trimprefix(var.name, "/")}');
  });

  it("pulls from repositories that are wired", () => {
    const repositories = [{ repositoryArn: "arn:aws:ecr:eu-west-1:333333333333:repository/shop/worker", repositoryUrl: "" }];
    expect(execution({ repositories })[0]?.Resource).toEqual([
      "arn:aws:ecr:eu-west-1:333333333333:repository/shop/api",
      "arn:aws:ecr:eu-west-1:333333333333:repository/shop/worker",
    ]);
  });

  it("reads exactly the secrets that are named, and decrypts by way of their service alone", () => {
    const keyArn = "arn:aws:kms:eu-west-1:111111111111:key/1";
    const secretArn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/db-AbC123";
    const statements = execution({ secrets: { A: { secretArn, jsonKey: "x", keyArn }, B: { parameterName: "/shop/b", keyArn } } });
    expect(statements.filter(({ Sid }) => /Secrets|Parameters/.test(Sid ?? ""))).toEqual([
      { Sid: "ReadsItsSecrets", Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: [secretArn] },
      {
        Sid: "ReadsItsParameters",
        Effect: "Allow",
        Action: ["ssm:GetParameters"],
        Resource: ["arn:aws:ssm:eu-west-1:111111111111:parameter/shop/b"],
      },
      {
        Sid: "DecryptsItsSecrets",
        Effect: "Allow",
        Action: ["kms:Decrypt"],
        Resource: [keyArn],
        Condition: { StringEquals: { "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com" } },
      },
      {
        Sid: "DecryptsItsParameters",
        Effect: "Allow",
        Action: ["kms:Decrypt"],
        Resource: [keyArn],
        Condition: { StringEquals: { "kms:ViaService": "ssm.eu-west-1.amazonaws.com" } },
      },
    ]);
  });

  it.each([
    ["whole", "shop/db-AbC123", ["shop/db-AbC123"]],
    ["without its random end", "shop/token", ["shop/token-??????"]],
    ["with an end that could be a word", "shop/db-master", ["shop/db-master", "shop/db-master-??????"]],
  ])("finds a secret whose ARN is %s", (_, name, found) => {
    const arn = (end: string) => `arn:aws:secretsmanager:eu-west-1:111111111111:secret:${end}`;
    expect(secretResources(arn(name))).toEqual(found.map(arn));
  });
});

describe("the task role", () => {
  const policies = (props: Partial<FargateTaskProps> = {}) =>
    Object.keys(taskTemplate(props).resources("aws_iam_role_policy")).filter((name) => name.startsWith("api_task"));

  it("may do nothing until it is granted", () => {
    expect(policies()).toEqual([]);
  });

  it("may use what the data names, each by a policy of its own", () => {
    expect(
      policies({
        access: { uploads: { bucketArn: "arn:aws:s3:::uploads" }, jobs: { queueArn: "arn:aws:sqs:eu-west-1:111111111111:jobs" } },
      }),
    ).toEqual(["api_task_jobs", "api_task_uploads"]);
  });

  it("mounts by its access points alone, and writes only where a container does", () => {
    const actions = statementsAt("aws_iam_role_policy.api_task_volumes", everything).map(({ Action, Condition }) => [Action, Condition]);
    const through = (id: string) => ({
      StringEquals: { "elasticfilesystem:AccessPointArn": `arn:aws:elasticfilesystem:eu-west-1:111111111111:access-point/${id}` },
    });
    expect(actions).toEqual([
      [["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"], through("fsap-0123456789abcdef0")],
      [["elasticfilesystem:ClientMount"], through("fsap-0123456789abcdef1")],
    ]);
  });

  it("is granted by whoever wires it", () => {
    const template = synthesize((stack) => {
      const task = new FargateTask(stack, "api", given);
      task.grantBucket("uploads", { bucketArn: "arn:aws:s3:::uploads" }, "readWrite");
      task.grantTable("orders", { tableArn: "arn:aws:dynamodb:eu-west-1:111111111111:table/orders" }, "read");
      task.grantQueue(
        "jobs",
        { queueArn: "arn:aws:sqs:eu-west-1:111111111111:jobs", keyArn: "arn:aws:kms:eu-west-1:111111111111:key/1" },
        "write",
      );
      task.grantSecret("signing", { secretArn: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:signing-AbC123" });
      task.grant("mail", {
        Sid: "Sends",
        Effect: "Allow",
        Action: ["ses:SendEmail"],
        Resource: "arn:aws:ses:eu-west-1:111111111111:identity/shop.example.com",
      });
    });
    const granted = template
      .iamStatements()
      .filter(({ address }) => address.startsWith("aws_iam_role_policy.api_task_"))
      .map(({ address, statement }) => [address.slice("aws_iam_role_policy.api_task_".length), statement.Sid, statement.Resource]);
    expect(granted).toEqual([
      ["jobs", "Writes", "arn:aws:sqs:eu-west-1:111111111111:jobs"],
      ["jobs", "UsesItsKey", "arn:aws:kms:eu-west-1:111111111111:key/1"],
      ["mail", "Sends", "arn:aws:ses:eu-west-1:111111111111:identity/shop.example.com"],
      [
        "orders",
        "Reads",
        ["arn:aws:dynamodb:eu-west-1:111111111111:table/orders", "arn:aws:dynamodb:eu-west-1:111111111111:table/orders/index/*"],
      ],
      ["signing", "Reads", ["arn:aws:secretsmanager:eu-west-1:111111111111:secret:signing-AbC123"]],
      ["uploads", "Lists", "arn:aws:s3:::uploads"],
      ["uploads", "ReadsAndWrites", "arn:aws:s3:::uploads/*"],
    ]);
  });
});
