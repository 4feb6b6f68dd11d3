import { type TerraformRemoteState, Token } from "cdktf";

/** What a contract's leaves are, so that a consumer can read each of them: a remote state itself knows no types. */
export type Shape<Contract> = {
  readonly [K in keyof Contract]-?: Contract[K] extends string
    ? "string"
    : Contract[K] extends number
      ? "number"
      : Contract[K] extends readonly string[]
        ? "list"
        : Shape<Contract[K]>;
};

type Leaf = "string" | "number" | "list";

/** A contract as its consumer sees it: each leaf a reference into the producer's state. */
export function readShape<Contract>(state: TerraformRemoteState, shape: Shape<Contract>, path = "contract"): Contract {
  const entries = Object.entries<Leaf | Shape<unknown>>(shape);
  return Object.fromEntries(entries.map(([key, kind]) => [key, readLeaf(state, kind, `${path}${attribute(key)}`)])) as Contract;
}

function readLeaf(state: TerraformRemoteState, kind: Leaf | Shape<unknown>, path: string): unknown {
  if (kind === "string") return Token.asString(state.get(path));
  if (kind === "number") return Token.asNumber(state.get(path));
  if (kind === "list") return Token.asList(state.get(path));
  return readShape(state, kind, path);
}

/** A tier or an entry may have a name that Terraform takes in brackets alone. */
function attribute(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `["${key}"]`;
}
