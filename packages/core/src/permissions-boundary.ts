import { type IAspect, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";

interface Bounded extends TerraformResource {
  permissionsBoundary?: string;
  permissionsBoundaryInput?: string | undefined;
}

/** Puts the estate's permissions boundary on every IAM role and user that has none of its own. */
export class PermissionsBoundary implements IAspect {
  constructor(private readonly boundaryArn: string) {}

  visit(node: IConstruct): void {
    if (isBounded(node) && node.permissionsBoundaryInput === undefined) node.permissionsBoundary = this.boundaryArn;
  }
}

function isBounded(node: IConstruct): node is Bounded {
  return TerraformResource.isTerraformResource(node) && ["aws_iam_role", "aws_iam_user"].includes(node.terraformResourceType);
}
