/** What an apply of each of the library's modules and parts asks AWS for, in the account 444444444444: action and resource. */
const here = "eu-west-1:444444444444";

export const typicalActions: Readonly<Record<string, readonly (readonly [action: string, resource: string])[]>> = {
  alarms: [
    ["sns:CreateTopic", `arn:aws:sns:${here}:shop-dev-alerts`],
    ["sns:SetTopicAttributes", `arn:aws:sns:${here}:shop-dev-alerts`],
    ["sns:Subscribe", `arn:aws:sns:${here}:shop-dev-alerts`],
    ["cloudwatch:PutMetricAlarm", `arn:aws:cloudwatch:${here}:alarm:shop-dev-api`],
    ["cloudwatch:PutDashboard", "arn:aws:cloudwatch::444444444444:dashboard/shop-dev"],
  ],
  dns: [
    ["route53:CreateHostedZone", "*"],
    ["route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z0123456789"],
    ["acm:RequestCertificate", "*"],
    ["sts:AssumeRole", "arn:aws:iam::333333333333:role/shop-zone-dev-apply"],
  ],
  ecr: [
    ["ecr:CreateRepository", `arn:aws:ecr:${here}:repository/shop/web`],
    ["ecr:PutLifecyclePolicy", `arn:aws:ecr:${here}:repository/shop/web`],
    ["ecr:SetRepositoryPolicy", `arn:aws:ecr:${here}:repository/shop/web`],
    ["ecr:DeleteRepository", `arn:aws:ecr:${here}:repository/shop/web`],
  ],
  "ecs-service": [
    ["ecs:CreateCluster", `arn:aws:ecs:${here}:cluster/shop-dev`],
    ["ecs:CreateService", `arn:aws:ecs:${here}:service/shop-dev/web`],
    ["ecs:UpdateService", `arn:aws:ecs:${here}:service/shop-dev/web`],
    ["ecs:RegisterTaskDefinition", `arn:aws:ecs:${here}:task-definition/shop-dev-web:*`],
    ["codedeploy:CreateDeploymentGroup", `arn:aws:codedeploy:${here}:deploymentgroup:shop-dev-web/web`],
    ["application-autoscaling:RegisterScalableTarget", `arn:aws:application-autoscaling:${here}:scalable-target/0ec50a1b`],
    ["ssm:PutParameter", `arn:aws:ssm:${here}:parameter/shop/dev/service/web`],
    ["logs:CreateLogGroup", `arn:aws:logs:${here}:log-group:/shop/dev/web`],
    ["iam:PassRole", "arn:aws:iam::444444444444:role/shop-dev-web-task"],
    ["iam:CreateServiceLinkedRole", "arn:aws:iam::444444444444:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"],
  ],
  "kms-key": [
    ["kms:CreateKey", "*"],
    ["kms:CreateAlias", `arn:aws:kms:${here}:alias/shop-dev-data`],
    ["kms:PutKeyPolicy", `arn:aws:kms:${here}:key/11111111-2222-3333-4444-555555555555`],
    ["kms:ScheduleKeyDeletion", `arn:aws:kms:${here}:key/11111111-2222-3333-4444-555555555555`],
  ],
  "load-balancer": [
    ["elasticloadbalancing:CreateLoadBalancer", `arn:aws:elasticloadbalancing:${here}:loadbalancer/app/shop-dev/0123456789abcdef`],
    ["elasticloadbalancing:CreateListener", `arn:aws:elasticloadbalancing:${here}:loadbalancer/app/shop-dev/0123456789abcdef`],
    ["elasticloadbalancing:DeleteTargetGroup", `arn:aws:elasticloadbalancing:${here}:targetgroup/shop-dev/0123456789abcdef`],
  ],
  "log-bucket": [
    ["s3:CreateBucket", "arn:aws:s3:::shop-dev-logs-444444444444"],
    ["s3:PutBucketPolicy", "arn:aws:s3:::shop-dev-logs-444444444444"],
    ["s3:PutLifecycleConfiguration", "arn:aws:s3:::shop-dev-logs-444444444444"],
    ["s3:PutBucketPublicAccessBlock", "arn:aws:s3:::shop-dev-logs-444444444444"],
    ["s3:DeleteBucket", "arn:aws:s3:::shop-dev-logs-444444444444"],
    ["s3:DeleteObjectVersion", "arn:aws:s3:::shop-dev-logs-444444444444/log"],
  ],
  network: [
    ["ec2:CreateVpc", `arn:aws:ec2:${here}:vpc/vpc-0123456789abcdef0`],
    ["ec2:CreateNatGateway", `arn:aws:ec2:${here}:natgateway/nat-0123456789abcdef0`],
    ["ec2:AuthorizeSecurityGroupEgress", `arn:aws:ec2:${here}:security-group/sg-0123456789abcdef0`],
    ["ec2:CreateFlowLogs", `arn:aws:ec2:${here}:vpc-flow-log/fl-0123456789abcdef0`],
    ["ec2:DeleteVpc", `arn:aws:ec2:${here}:vpc/vpc-0123456789abcdef0`],
    ["autoscaling:CreateAutoScalingGroup", `arn:aws:autoscaling:${here}:autoScalingGroup:0123:autoScalingGroupName/shop-dev-nat-a`],
  ],
  rds: [
    ["rds:CreateDBInstance", `arn:aws:rds:${here}:db:shop-dev-main`],
    ["rds:ModifyDBInstance", `arn:aws:rds:${here}:db:shop-dev-main`],
    ["secretsmanager:CreateSecret", `arn:aws:secretsmanager:${here}:secret:shop-dev-main-a1b2c3`],
    ["backup:CreateBackupVault", `arn:aws:backup:${here}:backup-vault:shop-dev-main`],
    ["scheduler:CreateSchedule", `arn:aws:scheduler:${here}:schedule/default/shop-dev-main-stop`],
    ["events:PutRule", `arn:aws:events:${here}:rule/shop-dev-main`],
  ],
  "state-backend": [
    ["s3:PutObject", "arn:aws:s3:::shop-state-444444444444-eu-west-1/dev-network.tfstate"],
    ["s3:DeleteObject", "arn:aws:s3:::shop-state-444444444444-eu-west-1/dev-network.tfstate.tflock"],
    ["dynamodb:PutItem", `arn:aws:dynamodb:${here}:table/shop-state-locks`],
    ["dynamodb:DeleteItem", `arn:aws:dynamodb:${here}:table/shop-state-locks`],
  ],
  "static-site": [
    ["cloudfront:CreateDistribution", "*"],
    ["cloudfront:CreateInvalidation", "arn:aws:cloudfront::444444444444:distribution/E0123456789"],
    ["s3:PutBucketVersioning", "arn:aws:s3:::shop-dev-docs-444444444444"],
  ],
  "web-acl": [
    ["wafv2:CreateWebACL", `arn:aws:wafv2:${here}:regional/webacl/shop-dev/0123`],
    ["wafv2:AssociateWebACL", `arn:aws:wafv2:${here}:regional/webacl/shop-dev/0123`],
  ],
};
