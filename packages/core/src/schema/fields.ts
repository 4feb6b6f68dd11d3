import { z } from "zod";

/** An AWS account's id. Quoted in YAML: it may begin with a zero. */
export const accountId = () => z.string().regex(/^\d{12}$/, "is no account id; give its 12 digits, quoted");

/** A region of the partition `aws`. China and GovCloud are partitions of their own. */
export const region = () =>
  z
    .string()
    .regex(
      /^(af|ap|ca|eu|il|me|mx|sa|us)-(central|east|north|northeast|northwest|south|southeast|southwest|west)-\d$/,
      'is no region of the partition "aws"; give one such as "eu-west-1"',
    );

/** A kebab-case name that becomes part of AWS names, addresses and state keys. */
export const slug = (most = 20) =>
  z
    .string()
    .regex(/^[a-z](-?[a-z0-9])*$/, "is no name; give lower-case letters, digits and single hyphens, a letter first")
    .max(most);

/** An ARN; `service` narrows it, as in `arn("kms")`. */
export const arn = (service = "[a-z0-9-]+") =>
  z
    .string()
    .regex(
      new RegExp(`^arn:aws:${service}:[a-z0-9-]*:(\\d{12}|aws)?:.+$`),
      `is no ARN; give one such as "arn:aws:${service === "[a-z0-9-]+" ? "kms" : service}:…"`,
    );

/** Tags of one's own, beside the estate's. AWS takes 50 a resource, and keeps the prefix `aws:` to itself. */
export const tags = () =>
  z.record(
    z
      .string()
      .min(1)
      .max(128)
      .regex(/^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u, 'is no tag key; give letters, digits, spaces and _.:/=+-@, not begun by "aws:"'),
    z
      .string()
      .max(256)
      .regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u, "is no tag value; give letters, digits, spaces and _.:/=+-@"),
  );

/** How long CloudWatch keeps a log group's events, in days. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
export const logRetentionDays = () =>
  z.literal([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]);

/** An S3 bucket's name, unique in all of AWS. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export const bucketName = () =>
  z
    .string()
    .regex(
      /^(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9](-?[a-z0-9]){2,62}$/,
      "is no bucket name; give 3 to 63 lower-case letters, digits and single hyphens, such as shop-111111111111-logs",
    )
    .max(63);
