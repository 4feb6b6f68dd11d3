/** What AWS lets a name be. */
export interface NameLimit {
  readonly most: number;
  /** Characters that may stand in it, as a class for a regular expression. */
  readonly characters: string;
  readonly lowerCase?: true;
}

const hyphenated = "a-zA-Z0-9-";
const withUnderscore = "a-zA-Z0-9_-";

/** Limits by Terraform's resource type; the page beside each says where they come from. */
export const nameLimits = {
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  aws_s3_bucket: { most: 63, characters: "a-z0-9-", lowerCase: true },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
  aws_lb: { most: 32, characters: hyphenated },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
  aws_lb_target_group: { most: 32, characters: hyphenated },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
  aws_iam_role: { most: 64, characters: "a-zA-Z0-9+=,.@_-" },
  aws_iam_policy: { most: 128, characters: "a-zA-Z0-9+=,.@_-" },
  aws_iam_instance_profile: { most: 128, characters: "a-zA-Z0-9+=,.@_-" },
  aws_iam_user: { most: 64, characters: "a-zA-Z0-9+=,.@_-" },
  aws_iam_group: { most: 128, characters: "a-zA-Z0-9+=,.@_-" },
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
  aws_security_group: { most: 255, characters: "a-zA-Z0-9 ._:/()#,@[\\]+=&;{}!$*-" },
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html
  aws_launch_template: { most: 128, characters: "a-zA-Z0-9()./_-" },
  // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html
  aws_autoscaling_group: { most: 255, characters: "a-zA-Z0-9_./-" },
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
  aws_db_instance: { most: 63, characters: "a-z0-9-", lowerCase: true },
  aws_rds_cluster: { most: 63, characters: "a-z0-9-", lowerCase: true },
  aws_db_subnet_group: { most: 255, characters: "a-z0-9._ -", lowerCase: true },
  aws_db_parameter_group: { most: 255, characters: "a-z0-9-", lowerCase: true },
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html
  aws_backup_vault: { most: 50, characters: withUnderscore },
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html
  aws_ecs_cluster: { most: 255, characters: withUnderscore },
  aws_ecs_service: { most: 255, characters: withUnderscore },
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html (the family)
  aws_ecs_task_definition: { most: 255, characters: withUnderscore },
  // https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html
  aws_codedeploy_app: { most: 100, characters: "a-zA-Z0-9+=,.@_-" },
  aws_codedeploy_deployment_group: { most: 100, characters: "a-zA-Z0-9+=,.@_-" },
  aws_codedeploy_deployment_config: { most: 100, characters: "a-zA-Z0-9+=,.@_-" },
  // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
  aws_ecr_repository: { most: 256, characters: "a-z0-9._/-", lowerCase: true },
  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
  aws_cloudwatch_log_group: { most: 512, characters: "a-zA-Z0-9_./#-" },
  aws_cloudwatch_metric_alarm: { most: 255, characters: "\\x20-\\x7e" },
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html
  aws_cloudwatch_dashboard: { most: 255, characters: withUnderscore },
  // https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
  aws_sns_topic: { most: 256, characters: withUnderscore },
  aws_sqs_queue: { most: 80, characters: withUnderscore },
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html (without its `alias/`)
  aws_kms_alias: { most: 250, characters: "a-zA-Z0-9/_-" },
  // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html
  aws_dynamodb_table: { most: 255, characters: "a-zA-Z0-9_.-" },
  aws_secretsmanager_secret: { most: 512, characters: "a-zA-Z0-9/_+=.@-" },
  aws_ssm_parameter: { most: 1011, characters: "a-zA-Z0-9_./-" },
  // https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html
  aws_wafv2_web_acl: { most: 128, characters: withUnderscore },
  aws_cloudfront_function: { most: 64, characters: withUnderscore },
  // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html and the pages of the others
  aws_cloudfront_cache_policy: { most: 128, characters: withUnderscore },
  aws_cloudfront_response_headers_policy: { most: 128, characters: withUnderscore },
  aws_cloudfront_key_value_store: { most: 64, characters: withUnderscore },
  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html
  aws_cloudwatch_log_delivery_source: { most: 60, characters: withUnderscore },
  aws_cloudwatch_log_delivery_destination: { most: 60, characters: withUnderscore },
  aws_cloudfront_origin_access_control: { most: 64, characters: "a-zA-Z0-9_. -" },
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
  aws_cloudwatch_event_rule: { most: 64, characters: "a-zA-Z0-9._-" },
  aws_scheduler_schedule: { most: 64, characters: "a-zA-Z0-9._-" },
} as const satisfies Record<string, NameLimit>;

/** A resource type whose names have a limit that is known here. */
export type NamedType = keyof typeof nameLimits;
