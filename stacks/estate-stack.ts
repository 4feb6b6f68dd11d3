import { AwsProvider, type AwsProviderConfig } from "@cdktf/provider-aws/lib/provider/index.js";
import { boundaryArn, defaultTags, PermissionsBoundary } from "@groundplan/core";
import { type App, Aspects, TerraformOutput, TerraformStack } from "cdktf";
import type { Estate } from "../environments/load.js";
import { readShape, type Shape } from "./contract-shape.js";
import type { StackFacts } from "./facts.js";
import { StateBackend } from "./state-backend.js";

/** What a stack needs of the estate. */
export type EstateSetting = Pick<Estate, "project" | "tags" | "repository" | "permissionsBoundary">;

/**
 * A stack of the estate: its state in the account's bucket, one provider held to the account and tagging all it makes, and what
 * commands must know of it in its JSON. Credentials are ambient, so that one role plans the same JSON that another applies.
 */
export class EstateStack<Contract = unknown> extends TerraformStack {
  /** Of the stack's own region: what belongs there says so beneath a part that stands elsewhere. */
  readonly homeProvider: AwsProvider;
  private readonly backend: StateBackend;
  private edge: AwsProvider | undefined;
  private replica: AwsProvider | undefined;

  constructor(
    app: App,
    private readonly estate: EstateSetting,
    readonly facts: StackFacts,
  ) {
    super(app, facts.stack);
    this.backend = new StateBackend(this, facts.state);
    this.homeProvider = new AwsProvider(this, "aws", this.providerConfig(facts.region));
    if (estate.permissionsBoundary !== undefined)
      Aspects.of(this).add(new PermissionsBoundary(boundaryArn(facts.accountId, estate.permissionsBoundary)));
    this.addOverride("//.groundplan", facts);
  }

  /** The same account in another region, for copies of what stands in this one. */
  replicaProvider(region: string): AwsProvider {
    this.replica ??= new AwsProvider(this, "replica", { alias: "replica", ...this.providerConfig(region) });
    return this.replica;
  }

  /** The same account in us-east-1, for what stands at the edge: CloudFront's certificates, and alarms on it. */
  edgeProvider(): AwsProvider {
    this.edge ??= new AwsProvider(this, "edge", { alias: "edge", ...this.providerConfig("us-east-1") });
    return this.edge;
  }

  /**
   * Nothing: cdktf would resolve all of the stack once more, to find what it takes of other stacks by implicit references. None of
   * ours does, which a test holds; what they read of each other is a contract.
   */
  override prepareStack(): void {}

  private providerConfig(region: string): AwsProviderConfig {
    const { facts, estate } = this;
    return {
      region,
      allowedAccountIds: [facts.accountId],
      defaultTags: [{ tags: defaultTags({ ...estate, environment: facts.of, stack: facts.stack }, estate.tags) }],
    };
  }

  /**
   * The stack's one output. Plain data only: a construct would go out as its address.
   *
   * A field is added in one release and removed in the next, so that no consumer meets a state without it.
   */
  publish(contract: Contract): void {
    new TerraformOutput(this, "contract", { value: contract, description: "What other stacks read of this one.", staticId: true });
  }

  /** The contract of a stack that this one comes after, read from its state. */
  read<Upstream>(upstream: EstateStack<Upstream>, shape: Shape<Upstream>): Upstream {
    const { stack, accountId, layer, entry } = upstream.facts;
    if (!this.facts.upstream.includes(stack)) throw new Error(`"${this.facts.stack}" reads "${stack}", and its facts do not say so`);
    if (accountId !== this.facts.accountId)
      throw new Error(`"${this.facts.stack}" reads the state of "${stack}" in another account; compute the names, or use a data source`);
    this.addDependency(upstream);
    return readShape(upstream.backend.getRemoteStateDataSource(this, [layer, entry].filter(Boolean).join("-")), shape);
  }
}
