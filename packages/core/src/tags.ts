/** Where a resource belongs. */
export interface TagContext {
  /** The estate's name. */
  readonly project: string;
  /** The environment, or `account-<name>`. */
  readonly environment: string;
  /** The stack that makes it. */
  readonly stack: string;
  /** Whose source it stands in: `github.com/example/shop`. */
  readonly repository: string;
}

/** The tags that every resource of a stack carries, by the provider's `default_tags`; the estate's own first. */
export function defaultTags(
  { project, environment, stack, repository }: TagContext,
  own: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return { ...own, Project: project, Environment: environment, Stack: stack, Repository: repository, ManagedBy: "terraform" };
}
