import { isUnknown, type PolicyStatement } from "@groundplan/core";
import { logGroupArn, repositoryArnOf } from "./arns.js";
import { logGroupName } from "./log-configuration.js";
import type { SecretSource } from "./schema/secret.js";
import type { TaskConfig } from "./schema/task.js";
import { parameterResource, secretResources } from "./secret-references.js";

/**
 * What ECS itself needs to start the task: its images, its log group, its secrets, and nothing else.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
export function executionStatements(task: TaskConfig, repositoryArns: readonly string[]): PolicyStatement[] {
  const arns = [...new Set([...repositoryArns, ...imagesOf(task).flatMap((image) => repositoryArnOf(image) ?? [])])].sort();
  return [...(arns.length === 0 ? [] : pullStatements(arns)), writesLogs(task), ...secretStatements(task)];
}

function imagesOf({ image, sidecars, logs }: TaskConfig): readonly string[] {
  const all = [image, ...Object.values(sidecars).map((sidecar) => sidecar.image), logs.firelens?.image];
  return all.filter((one) => one !== undefined);
}

// https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html
function pullStatements(repositoryArns: readonly string[]): PolicyStatement[] {
  return [
    {
      Sid: "PullsItsImages",
      Effect: "Allow",
      Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      Resource: repositoryArns,
    },
    // a token is of the registry: AWS narrows this action to no repository
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html
    { Sid: "SignsInToRegistry", Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" },
  ];
}

function writesLogs(task: TaskConfig): PolicyStatement {
  return {
    Sid: "WritesItsLogs",
    Effect: "Allow",
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    // its streams are named by ECS
    Resource: `${logGroupArn(logGroupName(task), task)}:*`,
  };
}

function secretStatements(task: TaskConfig): PolicyStatement[] {
  const secrets = [
    task.secrets,
    ...Object.values(task.sidecars).map((sidecar) => sidecar.secrets),
    task.logs.firelens?.secretOptions ?? {},
  ];
  const all = secrets.flatMap((some) => Object.values(some));
  const secretArns = all.flatMap(({ secretArn }) => (secretArn === undefined ? [] : secretResources(secretArn)));
  const parameterArns = all.flatMap((secret) => parameterResource(secret, task) ?? []);
  return [
    ...allow("ReadsItsSecrets", "secretsmanager:GetSecretValue", secretArns),
    ...allow("ReadsItsParameters", "ssm:GetParameters", parameterArns),
    ...decrypts(
      "Secrets",
      `secretsmanager.${task.region}.amazonaws.com`,
      keysOf(all, (secret) => secret.secretArn !== undefined),
    ),
    ...decrypts(
      "Parameters",
      `ssm.${task.region}.amazonaws.com`,
      keysOf(all, (secret) => secret.secretArn === undefined),
    ),
  ];
}

function allow(sid: string, action: string, resources: readonly string[]): PolicyStatement[] {
  const unique = [...new Set(resources)].sort();
  return unique.length === 0 ? [] : [{ Sid: sid, Effect: "Allow", Action: [action], Resource: unique }];
}

function keysOf(secrets: readonly SecretSource[], isOf: (secret: SecretSource) => boolean): readonly string[] {
  return secrets.filter(isOf).flatMap(({ keyArn }) => keyArn ?? []);
}

/** By way of the service alone: whoever has the role cannot decrypt anything else with the key. */
function decrypts(what: string, service: string, keyArns: readonly string[]): PolicyStatement[] {
  return allow(`DecryptsIts${what}`, "kms:Decrypt", keyArns).map((statement) => ({
    ...statement,
    Condition: { StringEquals: { "kms:ViaService": service } },
  }));
}

/** Images whose repository cannot be read out of them: whoever wires the task names it. */
export function imagesOfUnknownRepository(task: TaskConfig): readonly string[] {
  return imagesOf(task).filter((image) => isUnknown(image) && repositoryArnOf(image) === undefined);
}
