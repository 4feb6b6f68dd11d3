import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import {
  Wafv2WebAclLoggingConfiguration,
  type Wafv2WebAclLoggingConfigurationLoggingFilter,
  type Wafv2WebAclLoggingConfigurationRedactedFields,
} from "@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration/index.js";
import { address, awsName, type EncryptionKey } from "@groundplan/core";
import { KmsKey } from "@groundplan/kms-key";
import type { Construct } from "constructs";
import type { WebAclConfig } from "./config.js";
import { credentialHeaders } from "./schema/web-acl.js";

interface Wiring {
  readonly webAclArn: string;
  readonly encryptionKey: EncryptionKey | undefined;
}

type Logs = Exclude<WebAclConfig["logs"], "off">;

/** Who was stopped, and why: without their credentials. https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html */
export function makeLogs(module: Construct, config: WebAclConfig, { webAclArn, encryptionKey }: Wiring): CloudwatchLogGroup | undefined {
  const { logs } = config;
  if (logs === "off") return undefined;
  const group = address(
    new CloudwatchLogGroup(module, "log-group", {
      // WAF writes to no group of another name
      name: awsName("aws_cloudwatch_log_group", "aws-waf-logs", config.name),
      retentionInDays: logs.retentionDays,
      kmsKeyId: (encryptionKey ?? makeKey(module, config)).keyArn,
      tags: { Name: config.name },
    }),
    module,
  );
  const logging = new Wafv2WebAclLoggingConfiguration(module, "logging", {
    resourceArn: webAclArn,
    logDestinationConfigs: [group.arn],
    redactedFields: redactedFieldsOf(logs),
    ...(logs.requests === "all" ? {} : { loggingFilter: blockedAndCounted }),
  });
  address(logging, module);
  return group;
}

function makeKey(module: Construct, { name, accountId, region }: WebAclConfig): KmsKey {
  return new KmsKey(module, "logs", { purpose: "logs", alias: `${name}-waf-logs`, accountId, region, protect: false });
}

function redactedFieldsOf({ redactedHeaders, redactQuery }: Logs): Wafv2WebAclLoggingConfigurationRedactedFields[] {
  const headers = [...credentialHeaders, ...new Set(redactedHeaders)];
  return [...headers.map((name) => ({ singleHeader: { name } })), ...(redactQuery ? [{ queryString: {} }] : [])];
}

const blockedAndCounted: Wafv2WebAclLoggingConfigurationLoggingFilter = {
  defaultBehavior: "DROP",
  filter: [
    {
      behavior: "KEEP",
      requirement: "MEETS_ANY",
      condition: ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT"].map((action) => ({ actionCondition: { action } })),
    },
  ],
};
