import { type AwsAccess, clientConfig } from "../aws/access.js";

/** What Terraform is to take into its state before it makes anything. */
export interface ImportBlock {
  readonly to: string;
  readonly id: string;
}

type Bodies = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface StackJson {
  readonly resource?: Readonly<Record<string, Bodies>>;
}

/**
 * What stands already of a stack whose state was lost, by the names that it has in its JSON: buckets, tables, aliases and the
 * keys behind them. Everything else of a state backend is a setting on one of these, which can be made again.
 */
export async function standing(json: string, access: AwsAccess, known: readonly string[]): Promise<ImportBlock[]> {
  const { resource = {} } = JSON.parse(json) as StackJson;
  const named = (type: string, attribute: string) =>
    Object.entries(resource[type] ?? {}).flatMap(([name, body]) => {
      const value = body[attribute];
      return typeof value === "string" && !known.includes(`${type}.${name}`) ? [{ to: `${type}.${name}`, id: value, body }] : [];
    });
  const [buckets, tables, aliases] = await Promise.all([
    keep(named("aws_s3_bucket", "bucket"), ({ id }) => bucketStands(access, id)),
    keep(named("aws_dynamodb_table", "name"), ({ id }) => tableStands(access, id)),
    keysBehind(access, named("aws_kms_alias", "name"), known),
  ]);
  return [...buckets, ...tables].map(({ to, id }) => ({ to, id })).concat(aliases);
}

async function keep<T>(items: readonly T[], holds: (item: T) => Promise<boolean>): Promise<T[]> {
  const held = await Promise.all(items.map(holds));
  return items.filter((_, index) => held[index]);
}

async function bucketStands(access: AwsAccess, bucket: string): Promise<boolean> {
  const { HeadBucketCommand, S3Client } = await import("@aws-sdk/client-s3");
  const client = new S3Client({ ...clientConfig(access), forcePathStyle: "AWS_ENDPOINT_URL" in access.environment });
  return found(client.send(new HeadBucketCommand({ Bucket: bucket })), ["NotFound", "NoSuchBucket"]);
}

async function tableStands(access: AwsAccess, table: string): Promise<boolean> {
  const { DescribeTableCommand, DynamoDBClient } = await import("@aws-sdk/client-dynamodb");
  const client = new DynamoDBClient(clientConfig(access));
  return found(client.send(new DescribeTableCommand({ TableName: table })), ["ResourceNotFoundException"]);
}

/** An alias that stands, and its key: a new key could not read what the old one encrypted. */
async function keysBehind(
  access: AwsAccess,
  aliases: readonly (ImportBlock & { readonly body: Readonly<Record<string, unknown>> })[],
  known: readonly string[],
): Promise<ImportBlock[]> {
  if (aliases.length === 0) return [];
  const { KMSClient, paginateListAliases } = await import("@aws-sdk/client-kms");
  const keys = new Map<string, string>();
  for await (const { Aliases = [] } of paginateListAliases({ client: new KMSClient(clientConfig(access)) }, {})) {
    for (const { AliasName: alias, TargetKeyId: key } of Aliases) if (alias !== undefined && key !== undefined) keys.set(alias, key);
  }
  return aliases.flatMap(({ to, id, body }) => {
    const key = keys.get(id);
    if (key === undefined) return [];
    const address = /\$\{(aws_kms_key\.[\w-]+)\./.exec(String(body["target_key_id"]))?.[1];
    return [{ to, id }, ...(address === undefined || known.includes(address) ? [] : [{ to: address, id: key }])];
  });
}

async function found(asked: Promise<unknown>, missing: readonly string[]): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (error instanceof Error && missing.includes(error.name)) return false;
    throw error;
  }
}
