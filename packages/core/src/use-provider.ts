import { type IAspect, TerraformDataSource, type TerraformProvider, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * Gives everything beneath a construct a provider, but what has one of its own: for a part that has to stand in another region
 * or account than its stack.
 *
 * @example Aspects.of(edgeKey).add(new UseProvider(edgeProvider))
 */
export class UseProvider implements IAspect {
  constructor(private readonly provider: TerraformProvider) {}

  visit(node: IConstruct): void {
    if (!(TerraformResource.isTerraformResource(node) || TerraformDataSource.isTerraformDataSource(node))) return;
    if (node.provider === undefined) node.provider = this.provider;
  }
}
