import type { AccessAnalyzer } from "@aws-sdk/client-accessanalyzer";
import type { CloudTrail } from "@aws-sdk/client-cloudtrail";
import type { ConfigService } from "@aws-sdk/client-config-service";
import type { CostExplorer } from "@aws-sdk/client-cost-explorer";
import type { GuardDuty } from "@aws-sdk/client-guardduty";
import type { IAM } from "@aws-sdk/client-iam";
import type { Macie2 } from "@aws-sdk/client-macie2";
import type { SecurityHub } from "@aws-sdk/client-securityhub";
import type { AwsAccess } from "../aws/access.js";
import { type Regional, regional } from "../aws/regional.js";

/** The AWS services that are asked what stands, each loaded where it is first asked. */
export class AdoptClients {
  readonly accessAnalyzer: Regional<AccessAnalyzer>;
  readonly cloudTrail: Regional<CloudTrail>;
  readonly config: Regional<ConfigService>;
  readonly costExplorer: Regional<CostExplorer>;
  readonly guardDuty: Regional<GuardDuty>;
  readonly iam: Regional<IAM>;
  readonly macie: Regional<Macie2>;
  readonly securityHub: Regional<SecurityHub>;

  constructor(access: AwsAccess) {
    // which node is new enough is said by package.json
    process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
    this.accessAnalyzer = regional(access, async (at) => new (await import("@aws-sdk/client-accessanalyzer")).AccessAnalyzer(at));
    this.cloudTrail = regional(access, async (at) => new (await import("@aws-sdk/client-cloudtrail")).CloudTrail(at));
    this.config = regional(access, async (at) => new (await import("@aws-sdk/client-config-service")).ConfigService(at));
    this.costExplorer = regional(access, async (at) => new (await import("@aws-sdk/client-cost-explorer")).CostExplorer(at));
    this.guardDuty = regional(access, async (at) => new (await import("@aws-sdk/client-guardduty")).GuardDuty(at));
    this.iam = regional(access, async (at) => new (await import("@aws-sdk/client-iam")).IAM(at));
    this.macie = regional(access, async (at) => new (await import("@aws-sdk/client-macie2")).Macie2(at));
    this.securityHub = regional(access, async (at) => new (await import("@aws-sdk/client-securityhub")).SecurityHub(at));
  }
}
