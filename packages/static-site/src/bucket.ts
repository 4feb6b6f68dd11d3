import { awsName } from "@groundplan/core";
import { KmsKey } from "@groundplan/kms-key";
import type { Blueprint } from "./blueprint.js";
import { makePrivateBucket, type PrivateBucket } from "./private-bucket.js";
import type { StaticSiteConfig } from "./schema/site.js";

/** The bucket of the site's files, and the key that they are encrypted by. */
export interface SiteBucket extends PrivateBucket {
  readonly name: string;
  /** `undefined` where S3's own keys encrypt. */
  readonly keyArn: string | undefined;
}

/** The bucket of the site's files. */
export function makeBucket(blueprint: Blueprint): SiteBucket {
  const { module, config, overrides } = blueprint;
  const name = bucketNameOf(config);
  const keyArn = keyArnOf(blueprint);
  const { oldVersionsExpireAfterDays, protect } = config;
  const made = makePrivateBucket(module, {
    name,
    suffix: [],
    keyArn,
    oldVersionsExpireAfterDays,
    protect,
    provider: {},
    overrides: overrides.bucket,
  });
  return { ...made, name, keyArn };
}

/** The name that was given, or one that nobody else has. */
function bucketNameOf({ bucketName, name, accountId, region }: StaticSiteConfig): string {
  return bucketName === undefined ? awsName("aws_s3_bucket", name, accountId, region) : bucketName;
}

function keyArnOf({ module, config, wiring }: Blueprint): string | undefined {
  const { encryption, name, accountId, region, protect } = config;
  if (encryption === "s3") return undefined;
  const { encryptionKey } = wiring;
  const key = encryptionKey ?? new KmsKey(module, "key", { purpose: "site", alias: name, accountId, region, protect });
  return key.keyArn;
}
