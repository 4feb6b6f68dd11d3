import type { S3Client } from "@aws-sdk/client-s3";
import { type AwsAccess, clientConfig } from "../aws/access.js";
import { InputError } from "../failure.js";

/** An object of the bucket. */
export interface StoredObject {
  readonly key: string;
  readonly changedAt: Date;
}

/** An account's state bucket. */
export class StateStore {
  private client: Promise<S3Client> | undefined;

  constructor(
    private readonly access: AwsAccess,
    readonly bucket: string,
  ) {}

  /** @throws {InputError} where there is no such bucket */
  async list(prefix = ""): Promise<StoredObject[]> {
    const { paginateListObjectsV2 } = await import("@aws-sdk/client-s3");
    const found: StoredObject[] = [];
    try {
      for await (const page of paginateListObjectsV2({ client: await this.s3() }, { Bucket: this.bucket, Prefix: prefix })) {
        for (const { Key: key, LastModified: changedAt } of page.Contents ?? []) {
          if (key !== undefined) found.push({ key, changedAt: changedAt ?? new Date(0) });
        }
      }
    } catch (error) {
      throw this.explained(error);
    }
    return found;
  }

  async exists(): Promise<boolean> {
    const { HeadBucketCommand } = await import("@aws-sdk/client-s3");
    try {
      await (await this.s3()).send(new HeadBucketCommand({ Bucket: this.bucket }));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw this.explained(error);
    }
  }

  /** The object's text; undefined where there is none. */
  async read(key: string): Promise<string | undefined> {
    const { GetObjectCommand } = await import("@aws-sdk/client-s3");
    try {
      const { Body: body } = await (await this.s3()).send(new GetObjectCommand({ Bucket: this.bucket, Key: key }));
      return await body?.transformToString();
    } catch (error) {
      if (error instanceof Error && error.name === "NoSuchKey") return undefined;
      throw this.explained(error);
    }
  }

  async write(key: string, text: string): Promise<void> {
    const { PutObjectCommand } = await import("@aws-sdk/client-s3");
    await (await this.s3()).send(new PutObjectCommand({ Bucket: this.bucket, Key: key, Body: text, ContentType: "application/json" }));
  }

  async remove(key: string): Promise<void> {
    const { DeleteObjectCommand } = await import("@aws-sdk/client-s3");
    await (await this.s3()).send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
  }

  private s3(): Promise<S3Client> {
    this.client ??= import("@aws-sdk/client-s3").then(
      ({ S3Client }) =>
        new S3Client({
          ...clientConfig(this.access),
          // an emulator has no host name a bucket
          forcePathStyle: "AWS_ENDPOINT_URL" in this.access.environment,
          requestChecksumCalculation: "WHEN_REQUIRED",
        }),
    );
    return this.client;
  }

  private explained(error: unknown): unknown {
    if (isMissing(error)) {
      return new InputError(`there is no state bucket "${this.bucket}" yet; make it with: groundplan bootstrap account-<name>`);
    }
    return error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && ["NoSuchBucket", "NotFound"].includes(error.name);
}
