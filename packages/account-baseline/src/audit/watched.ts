/** An event that CIS has an alarm on. */
export interface Watched {
  /** The control of the CIS AWS Foundations Benchmark v5.0.0. */
  readonly control: string;
  /** The pattern of a metric filter over a trail's log group. */
  readonly pattern: string;
  /** What happened. */
  readonly meaning: string;
}

const either = (field: string, values: readonly string[]): string => values.map((value) => `($.${field}=${value})`).join(" || ");

const named = (...events: readonly string[]): string => `{${either("eventName", events)}}`;

const namedOf = (source: string, ...events: readonly string[]): string =>
  `{($.eventSource=${source}.amazonaws.com) && (${either("eventName", events)})}`;

const policyEvents = ["DeleteGroupPolicy", "DeleteRolePolicy", "DeleteUserPolicy", "PutGroupPolicy", "PutRolePolicy", "PutUserPolicy"];

const managedPolicyEvents = ["CreatePolicy", "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion"];

const attachments = ["Role", "User", "Group"].flatMap((bearer) => [`Attach${bearer}Policy`, `Detach${bearer}Policy`]);

const bucketEvents = ["Acl", "Policy", "Cors", "Lifecycle", "Replication"].map((part) => `PutBucket${part}`);

const bucketDeletions = ["Policy", "Cors", "Lifecycle", "Replication"].map((part) => `DeleteBucket${part}`);

const groupEvents = ["Authorize", "Revoke"].flatMap((verb) => [`${verb}SecurityGroupIngress`, `${verb}SecurityGroupEgress`]);

const aclEvents = ["CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry", "ReplaceNetworkAclEntry"];

const gatewayEvents = ["CreateCustomerGateway", "DeleteCustomerGateway", "AttachInternetGateway", "CreateInternetGateway"];

const routeEvents = ["CreateRoute", "CreateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation", "DeleteRouteTable", "DeleteRoute"];

const peeringEvents = ["Accept", "Create", "Delete", "Reject"].map((verb) => `${verb}VpcPeeringConnection`);

const classicLinkEvents = ["AttachClassicLinkVpc", "DetachClassicLinkVpc", "DisableVpcClassicLink", "EnableVpcClassicLink"];

const organizationEvents = [
  "AcceptHandshake",
  "AttachPolicy",
  "CreateAccount",
  "CreateOrganizationalUnit",
  "CreatePolicy",
  "DeclineHandshake",
  "DeleteOrganization",
  "DeleteOrganizationalUnit",
  "DeletePolicy",
  "DetachPolicy",
  "DisablePolicyType",
  "EnablePolicyType",
  "InviteAccountToOrganization",
  "LeaveOrganization",
  "MoveAccount",
  "RemoveAccountFromOrganization",
  "UpdatePolicy",
  "UpdateOrganizationalUnit",
];

/**
 * The events of section 4 of the CIS AWS Foundations Benchmark v5.0.0, by the names of their filters and alarms. Security Hub compares
 * the patterns letter by letter with those on the page.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
 */
export const watched = {
  unauthorized_api_calls: {
    control: "4.1",
    pattern: '{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}',
    meaning: "calls that were not allowed",
  },
  sign_in_without_mfa: {
    control: "4.2",
    pattern:
      '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ' +
      '($.responseElements.ConsoleLogin = "Success") }',
    meaning: "somebody signed in without a second factor",
  },
  root_usage: {
    control: "4.3",
    pattern: '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}',
    meaning: "root was used",
  },
  iam_policy_changes: {
    control: "4.4",
    pattern: namedOf("iam", ...policyEvents, ...managedPolicyEvents, ...attachments),
    meaning: "an IAM policy was changed",
  },
  cloudtrail_changes: {
    control: "4.5",
    pattern: named("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"),
    meaning: "a trail was changed",
  },
  sign_in_failures: {
    control: "4.6",
    pattern: '{($.eventName=ConsoleLogin) && ($.errorMessage="Failed authentication")}',
    meaning: "somebody failed to sign in",
  },
  kms_key_deletion: {
    control: "4.7",
    pattern: namedOf("kms", "DisableKey", "ScheduleKeyDeletion"),
    meaning: "a key was disabled, or is to be deleted",
  },
  bucket_policy_changes: {
    control: "4.8",
    pattern: namedOf("s3", ...bucketEvents, ...bucketDeletions),
    meaning: "who gets at a bucket was changed",
  },
  config_changes: {
    control: "4.9",
    pattern: namedOf("config", "StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel", "PutConfigurationRecorder"),
    meaning: "AWS Config was changed",
  },
  security_group_changes: {
    control: "4.10",
    pattern: named(...groupEvents, "CreateSecurityGroup", "DeleteSecurityGroup"),
    meaning: "a security group was changed",
  },
  network_acl_changes: {
    control: "4.11",
    pattern: named(...aclEvents, "ReplaceNetworkAclAssociation"),
    meaning: "a network ACL was changed",
  },
  network_gateway_changes: {
    control: "4.12",
    pattern: named(...gatewayEvents, "DeleteInternetGateway", "DetachInternetGateway"),
    meaning: "a gateway to the outside was changed",
  },
  route_table_changes: {
    control: "4.13",
    pattern: namedOf("ec2", ...routeEvents, "DisassociateRouteTable"),
    meaning: "a route was changed",
  },
  vpc_changes: {
    control: "4.14",
    pattern: named("CreateVpc", "DeleteVpc", "ModifyVpcAttribute", ...peeringEvents, ...classicLinkEvents),
    meaning: "a VPC was changed",
  },
  organizations_changes: {
    control: "4.15",
    pattern: namedOf("organizations", ...organizationEvents),
    meaning: "the organization was changed",
  },
} as const satisfies Readonly<Record<string, Watched>>;

export type WatchedName = keyof typeof watched;

export const watchedNames = Object.keys(watched) as WatchedName[];
