import { type Control, type Evidence, made } from "./control.js";

const byProp = (id: string, title: string, prop: string, by: Evidence): Control => ({
  id: `FSBP ${id}`,
  title,
  met: "prop",
  prop,
  by: [by],
});
const byDefault = (id: string, title: string, ...by: readonly Evidence[]): Control => ({ id: `FSBP ${id}`, title, met: "default", by });

const task = (has: Evidence["has"]): Evidence => made("ecs-service", "aws_ecs_task_definition.task", has);
const service = (has: Evidence["has"]): Evidence => made("ecs-service", "aws_ecs_service", has);
const database = (has: Evidence["has"]): Evidence => made("rds", "aws_db_instance", has);
const balancer = (has: Evidence["has"]): Evidence => made("load-balancer", "aws_lb", has);

/** AWS's Foundational Security Best Practices, of what the library's modules make. */
export const fsbpModules: readonly Control[] = [
  byProp("EC2.10", "EC2 is reached by VPC endpoints", "interfaceEndpoints.ec2", made("network", "aws_vpc_endpoint.interface_ec2")),
  byDefault("EC2.15", "Subnets do not assign public addresses", made("network", "aws_subnet.public_a", { map_public_ip_on_launch: false })),
  byDefault("EC2.21", "Network ACLs do not open ports 22 and 3389 to everybody", made("network", "aws_default_network_acl.default")),
  byDefault(
    "ECS.1",
    "Task definitions have secure network modes and users",
    task({ network_mode: "awsvpc", container_definitions: { includes: '"user":"1000:1000"' } }),
  ),
  byDefault("ECS.2", "Services have no public addresses", service({ "network_configuration.assign_public_ip": false })),
  byDefault("ECS.3", "Task definitions do not share the host's process namespace", task({ network_mode: "awsvpc" })),
  byDefault("ECS.4", "Containers run as non-privileged", task({ container_definitions: { includes: '"drop":["ALL"]' } })),
  byDefault(
    "ECS.5",
    "Containers read their root file system alone",
    task({ container_definitions: { includes: '"readonlyRootFilesystem":true' } }),
  ),
  byDefault("ECS.8", "Secrets are no environment variables", task({ container_definitions: { excludes: "AWS_SECRET_ACCESS_KEY" } })),
  byDefault("ECS.9", "Task definitions have a logging configuration", task({ container_definitions: { includes: '"logConfiguration"' } })),
  byDefault("ECS.10", "Fargate services run on the latest platform version", service({ platform_version: "unset" })),
  byDefault("ECS.12", "Clusters have container insights", made("ecs-service", "aws_ecs_cluster", { "setting.0.value": "enhanced" })),
  byDefault(
    "ELB.1",
    "HTTP is redirected to HTTPS",
    made("load-balancer", "aws_lb_listener.http", { "default_action.0.redirect.protocol": "HTTPS" }),
  ),
  byDefault("ELB.4", "Invalid headers are dropped", balancer({ drop_invalid_header_fields: true })),
  byDefault("ELB.5", "Access logs are written", balancer({ "access_logs.enabled": true })),
  byDefault("ELB.6", "Deletion protection is enabled", balancer({ enable_deletion_protection: true })),
  byDefault("ELB.12", "Desync mitigation is defensive or stricter", balancer({ desync_mitigation_mode: "defensive" })),
  byDefault("ELB.13", "Load balancers span several zones", balancer({ subnets: { length: 2 } })),
  byDefault(
    "ELB.17",
    "Listeners use recommended security policies",
    made("load-balancer", "aws_lb_listener.https", { ssl_policy: { includes: "TLS13-1-2" } }),
  ),
  byDefault("RDS.2", "Instances are not public", database({ publicly_accessible: false })),
  byDefault("RDS.3", "Instances are encrypted at rest", database({ storage_encrypted: true })),
  byDefault("RDS.5", "Instances stand in several zones", database({ multi_az: true })),
  byDefault("RDS.6", "Enhanced monitoring is configured", database({ monitoring_interval: { atLeast: 1 } })),
  byDefault("RDS.7", "Clusters have deletion protection", made("rds", "aws_rds_cluster", { deletion_protection: true })),
  byDefault("RDS.8", "Instances have deletion protection", database({ deletion_protection: true })),
  byDefault("RDS.9", "Instances publish logs to CloudWatch Logs", database({ "enabled_cloudwatch_logs_exports.0": "set" })),
  byDefault("RDS.10", "Instances have IAM authentication", database({ iam_database_authentication_enabled: true })),
  byDefault("RDS.11", "Instances have automatic backups", database({ backup_retention_period: { atLeast: 7 } })),
  byDefault("RDS.13", "Minor versions are upgraded automatically", database({ auto_minor_version_upgrade: true })),
  byDefault("RDS.17", "Instances copy tags to snapshots", database({ copy_tags_to_snapshot: true })),
  byProp("RDS.23", "Databases do not use their engine's default port", "port", database({ port: 5433 })),
  byDefault("RDS.25", "Instances have an administrator of their own name", database({ username: "set" })),
  byDefault("RDS.36", "PostgreSQL publishes its logs", database({ "enabled_cloudwatch_logs_exports.0": "postgresql" })),
  byDefault(
    "S3.5",
    "Buckets require TLS",
    made("log-bucket", "aws_s3_bucket_policy", { policy: { includes: '"aws:SecureTransport":"false"' } }),
  ),
  byDefault(
    "S3.8",
    "Buckets block public access",
    made("log-bucket", "aws_s3_bucket_public_access_block", { restrict_public_buckets: true }),
  ),
  byDefault(
    "S3.13",
    "Buckets have lifecycle policies",
    made("log-bucket", "aws_s3_bucket_lifecycle_configuration", { "rule.0.status": "Enabled" }),
  ),
];
