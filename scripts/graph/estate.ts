/** What the picture needs of a stack's facts. */
export interface DrawnStack {
  readonly stack: string;
  /** an environment's name, or `account-<name>` */
  readonly of: string;
  readonly layer: string;
  readonly account: string;
  readonly accountId: string;
  readonly accountKind: string;
  readonly emulatorOnly: boolean;
  readonly region: string;
  readonly production: boolean;
  /** the stacks that it comes after */
  readonly upstream: readonly string[];
}

export interface DrawnAccount {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  /** stacks of the account itself */
  readonly stacks: readonly DrawnNode[];
  readonly environments: readonly DrawnEnvironment[];
}

export interface DrawnEnvironment {
  readonly name: string;
  readonly title: string;
  readonly production: boolean;
  readonly stacks: readonly DrawnNode[];
}

export interface DrawnNode {
  readonly stack: string;
  /** the stack's name without its environment's */
  readonly label: string;
}

/** An arrow from a stack to one that reads its contract. */
export interface DrawnArrow {
  readonly from: string;
  readonly to: string;
}

export interface EstatePicture {
  readonly accounts: readonly DrawnAccount[];
  readonly arrows: readonly DrawnArrow[];
}

/** The order in which kinds of account are applied; one unknown comes last. */
const kinds = ["management", "security", "shared", "workload"];

/** Stacks in their environments, in their accounts, and the contracts between them, in the order in which accounts are applied. */
export function estatePicture(unordered: readonly DrawnStack[]): EstatePicture {
  const stacks = unordered.toSorted((one, other) => rank(one) - rank(other) || (one.stack < other.stack ? -1 : 1));
  const accounts = [...groupBy(stacks, ({ account }) => account)].map(([name, own]) => drawAccount(name, own));
  return {
    accounts,
    arrows: stacks.flatMap(({ stack, upstream }) => upstream.map((from) => ({ from, to: stack }))),
  };
}

function rank({ accountKind }: DrawnStack): number {
  const place = kinds.indexOf(accountKind);
  return place === -1 ? kinds.length : place;
}

function drawAccount(name: string, stacks: readonly DrawnStack[]): DrawnAccount {
  const [first] = stacks;
  const isOwn = ({ of }: DrawnStack) => of === `account-${name}`;
  return {
    name,
    title: first?.emulatorOnly ? `account ${name}, emulator only` : `account ${name}`,
    subtitle: `${first?.accountKind ?? ""} · ${first?.accountId ?? ""}`,
    stacks: stacks.filter(isOwn).map(drawNode),
    environments: [
      ...groupBy(
        stacks.filter((stack) => !isOwn(stack)),
        ({ of }) => of,
      ),
    ].map(([environment, own]) => drawEnvironment(environment, own)),
  };
}

function drawEnvironment(name: string, stacks: readonly DrawnStack[]): DrawnEnvironment {
  const production = stacks.some((stack) => stack.production);
  const title = [name, ...new Set(stacks.map(({ region }) => region)), ...(production ? ["production"] : [])].join(" · ");
  return { name, title, production, stacks: stacks.map(drawNode) };
}

function drawNode({ stack, of, layer }: DrawnStack): DrawnNode {
  // an account's own is called as the account
  if (stack === of) return { stack, label: layer };
  return { stack, label: stack.startsWith(`${of}-`) ? stack.slice(of.length + 1) : stack };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
