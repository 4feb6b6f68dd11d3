import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import type { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition/index.js";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import type { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { checkProps, type EncryptionKey, type ImageRepository, type PolicyStatement, PropsError } from "@groundplan/core";
import { Construct } from "constructs";
import { accessStatements } from "./access-statements.js";
import { schemas, type TaskConfig } from "./config.js";
import { portNameOf } from "./containers.js";
import { executionStatements, imagesOfUnknownRepository } from "./execution-statements.js";
import type { FargateTaskOverrides } from "./overrides.js";
import type { FargateTaskData } from "./props.generated.js";
import type { RunnableTask } from "./runnable-task.js";
import type { Access } from "./schema/access.js";
import { makeFirstRevision, makeTaskDefinition, makeTemplate, type Revision } from "./task-definitions.js";
import { makeLogGroup } from "./task-logs.js";
import { makePolicy, makeRole } from "./task-roles.js";
import { fileSystemStatements, routerStatements, tracingStatements } from "./task-statements.js";

/** What a FargateTask is made from: its data, and what it is wired to. */
export interface FargateTaskProps extends FargateTaskData {
  /** Encrypts the log group. Default: a key of the task's own. */
  readonly encryptionKey?: EncryptionKey | undefined;
  /**
   * Repositories that it pulls from, where an image does not tell its own: one that a pipeline owns, or one that is not known yet.
   * An empty list says that such an image needs none, being public.
   */
  readonly repositories?: readonly ImageRepository[] | undefined;
  /** What the props don't cover, in the resources' own words. */
  readonly overrides?: FargateTaskOverrides | undefined;
}

/** A thing that a task is granted, encrypted perhaps by a key. */
export interface Encrypted {
  readonly keyArn?: string | undefined;
}

/**
 * A task definition for Fargate: hardened containers, a log group, a role that starts it and a role that it has, both with what is
 * named and nothing else.
 *
 * Cost: nothing until it runs, then about 9 USD a month for `.25 vCPU` and 0.5 GB (a fifth less on ARM64), 0.57 USD a GB of logs,
 * 1 USD a month for a key of its own.
 *
 * @example new FargateTask(this, "api", { name: "shop-prod-api", accountId, region, image, size: { cpu: "1 vCPU", memory: "2 GB" }, port: 8080 })
 * @throws {PropsError} where the props do not fit the schema: all problems at once
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 */
export class FargateTask extends Construct implements RunnableTask {
  readonly family: string;
  /** The revision that Terraform hands to whatever runs it: its newest, or the first one where a pipeline owns the image. */
  readonly taskDefinitionArn: string;
  readonly taskDefinitionArnWithoutRevision: string;
  /** Terraform's newest revision, which a pipeline takes its own from. */
  readonly newestRevisionArn: string;
  readonly containerName: string;
  readonly port: number | undefined;
  /** What Service Connect knows the port by. */
  readonly portName: string;
  readonly logGroupName: string;
  readonly executionRoleArn: string;
  readonly executionRoleName: string;
  readonly taskRoleArn: string;
  readonly taskRoleName: string;

  readonly taskDefinition: EcsTaskDefinition;
  /** In the family `<name>-template`, where a pipeline owns the image. */
  readonly template: EcsTaskDefinition | undefined;
  readonly logGroup: CloudwatchLogGroup;
  readonly executionRole: IamRole;
  readonly taskRole: IamRole;

  private readonly config: TaskConfig;

  constructor(scope: Construct, id: string, props: FargateTaskProps) {
    super(scope, id);
    const { encryptionKey, repositories, overrides, ...data } = props;
    this.config = checkProps(this, schemas.FargateTask, data);

    this.logGroup = makeLogGroup(this, this.config, { encryptionKey, overrides });
    this.executionRole = makeRole(this, this.config, "execution");
    this.taskRole = makeRole(this, this.config, "task");
    const revision = this.revision({ repositories, overrides });
    const isPipelines = this.config.imageOwner === "pipeline";
    this.template = isPipelines ? makeTemplate(revision) : undefined;
    this.taskDefinition = isPipelines ? makeFirstRevision(revision) : makeTaskDefinition(revision);

    this.family = this.config.name;
    this.taskDefinitionArn = this.taskDefinition.arn;
    this.taskDefinitionArnWithoutRevision = this.taskDefinition.arnWithoutRevision;
    this.newestRevisionArn = (this.template ?? this.taskDefinition).arn;
    this.containerName = this.config.containerName;
    this.port = this.config.port;
    this.portName = portNameOf(this.config.containerName);
    this.logGroupName = this.logGroup.name;
    this.executionRoleArn = this.executionRole.arn;
    this.executionRoleName = this.executionRole.name;
    this.taskRoleArn = this.taskRole.arn;
    this.taskRoleName = this.taskRole.name;
  }

  /**
   * Lets the containers do what the statements say.
   *
   * @param name ends the policy's address: `aws_iam_role_policy.<id>_task_<name>`
   */
  grant(name: string, ...statements: readonly PolicyStatement[]): IamRolePolicy {
    return makePolicy({ module: this, role: this.taskRole, suffix: ["task", name], name }, statements);
  }

  /** Lets the containers read or write a bucket's objects. */
  grantBucket(name: string, bucket: Encrypted & { readonly bucketArn: string }, level: Access["level"]): IamRolePolicy {
    return this.grantAccess(name, { bucketArn: bucket.bucketArn, keyArn: bucket.keyArn, level });
  }

  /** Lets the containers read or write a DynamoDB table's items. */
  grantTable(name: string, table: Encrypted & { readonly tableArn: string }, level: Access["level"]): IamRolePolicy {
    return this.grantAccess(name, { tableArn: table.tableArn, keyArn: table.keyArn, level });
  }

  /** Lets the containers receive from a queue (`read`), send to it (`write`), or both. */
  grantQueue(name: string, queue: Encrypted & { readonly queueArn: string }, level: Access["level"]): IamRolePolicy {
    return this.grantAccess(name, { queueArn: queue.queueArn, keyArn: queue.keyArn, level });
  }

  /** Lets the application read a secret itself; as a variable, name it in `secrets` instead. */
  grantSecret(name: string, secret: Encrypted & { readonly secretArn: string }): IamRolePolicy {
    return this.grantAccess(name, { secretArn: secret.secretArn, keyArn: secret.keyArn, level: "read" });
  }

  private grantAccess(name: string, access: Access): IamRolePolicy {
    return this.grant(name, ...accessStatements(access, this.config.region));
  }

  private revision({ repositories, overrides }: Pick<FargateTaskProps, "repositories" | "overrides">): Revision {
    const arns = this.repositoryArns(repositories);
    const starts = makePolicy(
      { module: this, role: this.executionRole, suffix: ["execution"], name: "start-the-task" },
      executionStatements(this.config, arns),
    );
    return {
      module: this,
      task: this.config,
      executionRoleArn: this.executionRole.arn,
      taskRoleArn: this.taskRole.arn,
      dependsOn: [this.logGroup, starts, ...this.ownGrants()],
      overrides,
    };
  }

  private repositoryArns(repositories: readonly ImageRepository[] | undefined): readonly string[] {
    if (repositories !== undefined) return repositories.map(({ repositoryArn }) => repositoryArn);
    if (imagesOfUnknownRepository(this.config).length === 0) return [];
    const fix = "give the repository of the image that is not known yet, so that the task may pull it, or [] where it is public";
    throw new PropsError(this.node.path, [{ path: ["repositories"], value: undefined, wrong: "is missing", fix }]);
  }

  /** What the data itself asks for. */
  private ownGrants(): IamRolePolicy[] {
    const grants: readonly (readonly [name: string, statements: PolicyStatement[]])[] = [
      ["tracing", this.config.tracing ? tracingStatements() : []],
      ["log-router", routerStatements(this.config)],
      ["volumes", fileSystemStatements(this.config)],
      ...Object.entries(this.config.access).map(([name, access]) => [name, accessStatements(access, this.config.region)] as const),
    ];
    return grants.flatMap(([name, statements]) => (statements.length === 0 ? [] : [this.grant(name, ...statements)]));
  }
}
