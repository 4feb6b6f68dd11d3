/**
 * Terraform types that hold what cannot be made again (data, keys, addresses that others know by heart), or whose replacement is an
 * outage, as a service's is: no task runs between the old one and the new one.
 * A plan that destroys or replaces one of them in production is refused unless its address is named.
 */
export const statefulTypes: readonly string[] = [
  "aws_backup_vault",
  "aws_cloudfront_distribution",
  "aws_cloudfront_key_value_store",
  "aws_cloudwatch_log_group",
  "aws_cognito_user_pool",
  "aws_db_cluster_snapshot",
  "aws_db_instance",
  "aws_db_snapshot",
  "aws_docdb_cluster",
  "aws_dynamodb_table",
  "aws_ebs_volume",
  "aws_ecr_repository",
  "aws_ecs_service",
  "aws_efs_file_system",
  "aws_eip",
  "aws_elasticache_replication_group",
  "aws_kms_key",
  "aws_kms_replica_key",
  "aws_lb",
  "aws_msk_cluster",
  "aws_nat_gateway",
  "aws_opensearch_domain",
  "aws_rds_cluster",
  "aws_rds_cluster_instance",
  "aws_rds_global_cluster",
  "aws_route53_zone",
  "aws_s3_bucket",
  "aws_secretsmanager_secret",
  "aws_sqs_queue",
  "aws_ssm_parameter",
  "aws_subnet",
  "aws_vpc",
];

/** Whether an address, or a type, is of something that must not be lost. */
export function isStateful(addressOrType: string): boolean {
  const type = addressOrType.replace(/^(module\.[\w-]+(\["[^"]*"\]|\[\d+\])?\.)+/, "").split(".")[0] ?? "";
  return statefulTypes.includes(type);
}
