import { createHash } from "node:crypto";

/** A Terraform state as it lies in the bucket, as far as we read it. */
export interface StateFile {
  readonly serial: number;
  readonly lineage: string;
  readonly outputs: Readonly<Record<string, { readonly value: unknown; readonly sensitive?: boolean }>>;
  readonly resources: readonly StateResource[];
}

interface StateResource {
  readonly module?: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly instances: readonly { readonly index_key?: string | number; readonly attributes?: Readonly<Record<string, unknown>> }[];
}

export function readStateFile(text: string): StateFile {
  const { serial = 0, lineage = "", outputs = {}, resources = [] } = JSON.parse(text) as Partial<StateFile>;
  return { serial, lineage, outputs, resources };
}

/** Addresses of what the state holds, without data sources. */
export function managedAddresses({ resources }: StateFile): string[] {
  return resources
    .filter(({ mode }) => mode === "managed")
    .flatMap(({ module, type, name, instances }) => {
      const resource = [...(module === undefined ? [] : [module]), type, name].join(".");
      return instances.map(({ index_key: key }) => (key === undefined ? resource : `${resource}[${JSON.stringify(key)}]`));
    });
}

/** Whether anything stands that the state knows of. */
export function isEmpty(state: StateFile): boolean {
  return managedAddresses(state).length === 0;
}

/** What a stack publishes; undefined where it was never applied, or is destroyed. */
export function contractOf(state: StateFile): unknown {
  return state.outputs["contract"]?.value;
}

/** A contract told apart from another by its content, whatever the order of its keys. */
export function contractHash(contract: unknown): string {
  return createHash("sha256").update(canonical(contract)).digest("hex");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}
