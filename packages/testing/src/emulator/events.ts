/** A line of `terraform … -json`. https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
export interface TerraformEvent {
  readonly type: string;
  readonly "@message": string;
  readonly change?: { readonly action: string; readonly resource: { readonly addr: string } };
  readonly diagnostic?: Diagnostic;
  readonly outputs?: Readonly<Record<string, { readonly action?: string; readonly value?: unknown; readonly sensitive: boolean }>>;
}

export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
}

/** The events among a command's lines; what is no event (a provider's own words) is left out. */
export function readEvents(lines: readonly string[]): TerraformEvent[] {
  return lines.flatMap((line) => {
    try {
      const event: unknown = JSON.parse(line);
      return typeof event === "object" && event !== null && "type" in event ? [event as TerraformEvent] : [];
    } catch {
      return [];
    }
  });
}

/** The errors that a command ended in, for a person. */
export function errorsIn(events: readonly TerraformEvent[]): string[] {
  return events
    .flatMap(({ diagnostic }) => (diagnostic?.severity === "error" ? [diagnostic] : []))
    .map(({ summary, detail, address }) => [address === undefined ? summary : `${address}: ${summary}`, detail].join("\n").trim());
}
