import { account, type Control, type Evidence, everyRegion, made } from "./control.js";

const tlsAlone: Evidence["has"] = { policy: { includes: '"aws:SecureTransport":"false"' } };

/** Section 2 of the CIS AWS Foundations Benchmark v5.0.0. */
export const cisStorage: readonly Control[] = [
  {
    id: "CIS 5.0 2.1.1",
    title: "S3 bucket policies deny HTTP requests",
    level: 2,
    met: "default",
    by: [
      made("log-bucket", "aws_s3_bucket_policy", tlsAlone),
      made("state-backend", "aws_s3_bucket_policy", tlsAlone),
      made("static-site", "aws_s3_bucket_policy", tlsAlone),
    ],
    why: "of every bucket that the library makes",
  },
  {
    id: "CIS 5.0 2.1.2",
    title: "MFA delete is enabled on S3 buckets",
    level: 2,
    met: "notByCode",
    by: [],
    why: "root alone switches it on, with its device; object lock keeps what must stay",
  },
  {
    id: "CIS 5.0 2.1.3",
    title: "Data in S3 has been discovered, classified and secured",
    level: 2,
    met: "prop",
    prop: "audit.macie",
    by: everyRegion("aws_macie2_account", "macie", { status: "ENABLED" }),
  },
  {
    id: "CIS 5.0 2.1.4",
    title: "S3 is configured with Block Public Access",
    level: 1,
    met: "default",
    by: [
      account("aws_s3_account_public_access_block", "", {
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      }),
    ],
  },
  {
    id: "CIS 5.0 2.2.1",
    title: "Encryption at rest is enabled for RDS instances",
    level: 1,
    met: "default",
    by: [made("rds", "aws_db_instance", { storage_encrypted: true }), made("rds", "aws_rds_cluster", { storage_encrypted: true })],
  },
  {
    id: "CIS 5.0 2.2.2",
    title: "Auto minor version upgrade is enabled for RDS instances",
    level: 1,
    met: "default",
    by: [made("rds", "aws_db_instance", { auto_minor_version_upgrade: true })],
  },
  {
    id: "CIS 5.0 2.2.3",
    title: "RDS instances are not publicly accessible",
    level: 1,
    met: "default",
    by: [made("rds", "aws_db_instance", { publicly_accessible: false })],
  },
  {
    id: "CIS 5.0 2.2.4",
    title: "Multi-AZ deployments are used in RDS",
    level: 1,
    met: "default",
    by: [made("rds", "aws_db_instance", { multi_az: true })],
  },
  {
    id: "CIS 5.0 2.3.1",
    title: "Encryption is enabled for EFS file systems",
    level: 1,
    met: "default",
    by: [account("aws_iam_policy", "boundary", { policy: { includes: '"elasticfilesystem:Encrypted":"false"' } })],
    why: "the library makes none, and the boundary lets nobody make one without",
  },
];
