import { key, type Replacements, role, secret } from "./replacements.js";

const auth = (name: string) => [{ auth_scheme: "SECRETS", iam_auth: "REQUIRED", secret_arn: secret(name) }];

export const ofOthers: readonly Replacements[] = [
  {
    type: "aws_db_proxy",
    arguments: {
      name: "main",
      engine_family: "MYSQL",
      role_arn: role("one"),
      vpc_subnet_ids: ["subnet-1", "subnet-2"],
      vpc_security_group_ids: ["sg-1"],
      require_tls: true,
      idle_client_timeout: 1800,
      auth: auth("one"),
    },
    computed: { id: "main" },
    replacing: { engine_family: "POSTGRESQL", vpc_subnet_ids: ["subnet-1", "subnet-2", "subnet-3"] },
    updating: {
      auth: auth("another"),
      idle_client_timeout: 60,
      name: "other",
      role_arn: role("another"),
      vpc_security_group_ids: ["sg-2"],
    },
  },
  {
    type: "aws_db_event_subscription",
    arguments: {
      name: "main",
      sns_topic: "arn:aws:sns:eu-west-1:111111111111:one",
      source_type: "db-instance",
      source_ids: ["one"],
      event_categories: ["failure"],
    },
    computed: { id: "main" },
    replacing: { name: "other" },
    updating: { event_categories: ["failover"], sns_topic: "arn:aws:sns:eu-west-1:111111111111:another", source_ids: ["another"] },
  },
  {
    type: "aws_db_instance_automated_backups_replication",
    arguments: { source_db_instance_arn: "arn:aws:rds:eu-west-1:111111111111:db:one", kms_key_id: key(1), retention_period: 14 },
    computed: { id: "one" },
    replacing: { kms_key_id: key(2), retention_period: 7, source_db_instance_arn: "arn:aws:rds:eu-west-1:111111111111:db:another" },
    updating: {},
  },
  {
    type: "aws_backup_vault",
    arguments: { name: "main", kms_key_arn: key(1), force_destroy: false },
    computed: { id: "main" },
    replacing: { kms_key_arn: key(2), name: "other" },
    updating: { force_destroy: true },
  },
  {
    type: "aws_backup_vault_lock_configuration",
    arguments: { backup_vault_name: "main", min_retention_days: 1, max_retention_days: 30 },
    computed: { id: "main" },
    replacing: { backup_vault_name: "other", changeable_for_days: 3, max_retention_days: 60, min_retention_days: 2 },
    updating: {},
  },
  {
    type: "aws_secretsmanager_secret",
    arguments: { name_prefix: "main-", description: "one", kms_key_id: key(1), recovery_window_in_days: 30 },
    computed: { id: secret("main"), name: "main-1" },
    replacing: { name_prefix: "other-" },
    updating: { description: "another", kms_key_id: key(2), recovery_window_in_days: 0 },
  },
  {
    type: "aws_secretsmanager_secret_rotation",
    arguments: { secret_id: secret("one"), rotate_immediately: false, rotation_rules: [{ automatically_after_days: 7 }] },
    computed: { id: secret("one") },
    replacing: { secret_id: secret("another") },
    updating: { rotation_rules: [{ automatically_after_days: 30 }] },
  },
];
