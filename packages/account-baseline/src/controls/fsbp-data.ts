import { type Control, type Evidence, made } from "./control.js";

const byDefault = (id: string, title: string, ...by: readonly Evidence[]): Control => ({ id: `FSBP ${id}`, title, met: "default", by });

const database = (has: Evidence["has"]): Evidence => made("rds", "aws_db_instance", has);
const cluster = (has: Evidence["has"]): Evidence => made("rds", "aws_rds_cluster", has);
const table = (has: Evidence["has"]): Evidence => made("state-backend", "aws_dynamodb_table", has);
const repository = (has: Evidence["has"]): Evidence => made("ecr", "aws_ecr_repository", has);
const buckets = (resourceType: string, has: Evidence["has"]): Evidence[] =>
  (["log-bucket", "state-backend", "static-site"] as const).map((maker) => made(maker, resourceType, has));

/** AWS's Foundational Security Best Practices, of what the library's modules keep: databases, images, state, buckets and keys. */
export const fsbpData: readonly Control[] = [
  byDefault("DynamoDB.2", "Tables have point-in-time recovery", table({ "point_in_time_recovery.enabled": true })),
  byDefault("DynamoDB.6", "Tables have deletion protection", table({ deletion_protection_enabled: true })),
  byDefault("ECR.1", "Repositories scan images", repository({ "image_scanning_configuration.scan_on_push": true })),
  byDefault("ECR.2", "Repositories have immutable tags", repository({ image_tag_mutability: "IMMUTABLE" })),
  byDefault("ECR.3", "Repositories have lifecycle policies", made("ecr", "aws_ecr_lifecycle_policy", { policy: { includes: "expire" } })),
  byDefault("KMS.5", "Keys are not public", made("kms-key", "aws_kms_key", { policy: { excludes: '"AWS":"*"' } })),
  byDefault("RDS.2", "Instances are not public", database({ publicly_accessible: false })),
  byDefault("RDS.3", "Instances are encrypted at rest", database({ storage_encrypted: true })),
  byDefault("RDS.5", "Instances stand in several zones", database({ multi_az: true })),
  byDefault("RDS.6", "Enhanced monitoring is configured", database({ monitoring_interval: { atLeast: 1 } })),
  byDefault("RDS.7", "Clusters have deletion protection", cluster({ deletion_protection: true })),
  byDefault("RDS.8", "Instances have deletion protection", database({ deletion_protection: true })),
  byDefault("RDS.9", "Instances publish logs to CloudWatch Logs", database({ "enabled_cloudwatch_logs_exports.0": "set" })),
  byDefault("RDS.10", "Instances have IAM authentication", database({ iam_database_authentication_enabled: true })),
  byDefault("RDS.11", "Instances have automatic backups", database({ backup_retention_period: { atLeast: 7 } })),
  byDefault("RDS.12", "Clusters have IAM authentication", cluster({ iam_database_authentication_enabled: true })),
  byDefault("RDS.13", "Minor versions are upgraded automatically", database({ auto_minor_version_upgrade: true })),
  byDefault("RDS.16", "Clusters copy tags to snapshots", cluster({ copy_tags_to_snapshot: true })),
  byDefault("RDS.17", "Instances copy tags to snapshots", database({ copy_tags_to_snapshot: true })),
  {
    ...byDefault("RDS.23", "Databases do not use their engine's default port", database({ port: 5433 })),
    met: "prop",
    prop: "port",
  },
  byDefault("RDS.24", "Clusters have an administrator of their own name", cluster({ master_username: "dbadmin" })),
  byDefault("RDS.25", "Instances have an administrator of their own name", database({ username: "dbadmin" })),
  byDefault("RDS.27", "Clusters are encrypted at rest", cluster({ storage_encrypted: true })),
  byDefault("RDS.36", "PostgreSQL publishes its logs", database({ "enabled_cloudwatch_logs_exports.0": "postgresql" })),
  byDefault("RDS.37", "Aurora PostgreSQL publishes its logs", cluster({ "enabled_cloudwatch_logs_exports.0": "postgresql" })),
  byDefault("S3.2", "Buckets block public read", ...buckets("aws_s3_bucket_public_access_block", { ignore_public_acls: true })),
  byDefault("S3.3", "Buckets block public write", ...buckets("aws_s3_bucket_public_access_block", { block_public_acls: true })),
  byDefault("S3.5", "Buckets require TLS", ...buckets("aws_s3_bucket_policy", { policy: { includes: '"aws:SecureTransport":"false"' } })),
  byDefault(
    "S3.8",
    "Buckets block public access",
    ...buckets("aws_s3_bucket_public_access_block", {
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    }),
  ),
  byDefault(
    "S3.12",
    "Access to buckets is not managed by ACLs",
    ...buckets("aws_s3_bucket_ownership_controls", { "rule.object_ownership": "BucketOwnerEnforced" }),
  ),
  byDefault(
    "S3.13",
    "Buckets have lifecycle policies",
    ...buckets("aws_s3_bucket_lifecycle_configuration", { "rule.0.status": "Enabled" }),
  ),
];
