import { runText, type TerraformSetting } from "./terraform.js";

/** A state as `terraform state pull` prints it, as far as we read it. */
export interface State {
  readonly text: string;
  /** Addresses of the instances of managed resources, sorted. */
  readonly addresses: readonly string[];
  readonly outputs: Readonly<Record<string, unknown>>;
}

interface StateFile {
  readonly outputs?: Readonly<Record<string, { readonly value: unknown }>>;
  readonly resources?: readonly StateResource[];
}

interface StateResource {
  readonly module?: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly instances: readonly { readonly index_key?: string | number }[];
}

export async function readState(setting: TerraformSetting): Promise<State> {
  const text = await runText(setting, "state", "pull");
  const { resources = [], outputs = {} }: StateFile = text.trim() === "" ? {} : JSON.parse(text);
  return {
    text,
    addresses: resources
      .filter(({ mode }) => mode === "managed")
      .flatMap(addressesOf)
      .sort(),
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value])),
  };
}

function addressesOf({ module, type, name, instances }: StateResource): string[] {
  const resource = [...(module === undefined ? [] : [module]), type, name].join(".");
  return instances.map(({ index_key: key }) => (key === undefined ? resource : `${resource}[${JSON.stringify(key)}]`));
}

/** The resource type of an address, within modules too. */
export function typeOf(address: string): string {
  return address.replace(/^(module\.[^.]+\.)+/, "").split(".")[0] ?? "";
}
