import { Fn, Token } from "cdktf";
import type { TaskConfig } from "./schema/task.js";

/** Where a task's things are. */
export type Home = Pick<TaskConfig, "accountId" | "region">;

export function logGroupArn(name: string, { accountId, region }: Home): string {
  return `arn:aws:logs:${region}:${accountId}:log-group:${name}`;
}

export function parameterArn(name: string, { accountId, region }: Home): string {
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
  const path = Token.isUnresolved(name) ? Token.asString(Fn.trimprefix(name, "/")) : name.replace(/^\//, "");
  return `arn:aws:ssm:${region}:${accountId}:parameter/${path}`;
}

export function fileSystemArn(id: string, { accountId, region }: Home): string {
  return `arn:aws:elasticfilesystem:${region}:${accountId}:file-system/${id}`;
}

export function accessPointArn(id: string, { accountId, region }: Home): string {
  return `arn:aws:elasticfilesystem:${region}:${accountId}:access-point/${id}`;
}

/** The ARNs of a family: without a revision, and of all its revisions. */
export function familyArns(family: string, { accountId, region }: Home): readonly [string, string] {
  const arn = `arn:aws:ecs:${region}:${accountId}:task-definition/${family}`;
  return [arn, `${arn}:*`];
}

/** https://docs.aws.amazon.com/general/latest/gr/ecr.html */
const registry = /^(\d{12})\.dkr(?:\.ecr|-ecr)(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com|on\.aws)\/([a-z0-9._/-]+)/;

/** The repository that an image is of, where it is of a private ECR; `undefined` where it is not, or not known. */
export function repositoryArnOf(image: string): string | undefined {
  const [, accountId, region, name] = registry.exec(image) ?? [];
  return name === undefined ? undefined : `arn:aws:ecr:${region}:${accountId}:repository/${name}`;
}
