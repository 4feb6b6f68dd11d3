/** A line of `terraform … -json`. https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
export interface TerraformEvent {
  readonly type: string;
  readonly "@message": string;
  readonly "@timestamp"?: string;
  /** of `planned_change` and `resource_drift` */
  readonly change?: {
    readonly action: Action;
    readonly reason?: string;
    readonly resource: EventResource;
    readonly previous_resource?: EventResource;
  };
  /** of `change_summary` */
  readonly changes?: ChangeSummary;
  /** of `apply_start`, `apply_complete` and their like */
  readonly hook?: { readonly resource: EventResource; readonly action: string; readonly elapsed_seconds?: number };
  readonly diagnostic?: Diagnostic;
  readonly outputs?: Readonly<Record<string, EventOutput>>;
}

export type Action = "noop" | "create" | "read" | "update" | "replace" | "delete" | "move" | "import" | "remove" | "forget";

export interface EventResource {
  readonly addr: string;
  readonly resource_type: string;
}

export interface ChangeSummary {
  readonly add: number;
  readonly change: number;
  readonly import?: number;
  readonly remove: number;
  readonly operation: "plan" | "apply" | "destroy";
}

export interface EventOutput {
  readonly sensitive: boolean;
  readonly action?: Action;
  readonly value?: unknown;
}

export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
}

/** The event that a line is; undefined where it is a provider's own words. */
export function readEvent(line: string): TerraformEvent | undefined {
  try {
    const event: unknown = JSON.parse(line);
    return typeof event === "object" && event !== null && "type" in event ? (event as TerraformEvent) : undefined;
  } catch {
    return undefined;
  }
}

/** Errors that a command ended in. */
export function errorsIn(events: readonly TerraformEvent[]): Diagnostic[] {
  return events.flatMap(({ diagnostic }) => (diagnostic?.severity === "error" ? [diagnostic] : []));
}
