import { basename, dirname, join, relative, resolve } from "node:path";

/** What Terraform says of a stack. */
export interface Finding {
  /** empty where it is said of none */
  readonly stack: string;
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  /** the resource, without the stack before it */
  readonly address?: string;
  readonly file?: string;
  readonly line?: number;
}

/** A stack's name, and the folder that its `cdk.tf.json` lies in. */
export interface StackFolder {
  readonly stack: string;
  readonly folder: string;
  /** Where the stack lies itself, where `folder` is a copy, line by line. */
  readonly original?: string;
}

/** What we read of one diagnostic in Terraform's JSON. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
  readonly snippet?: { readonly context?: string | null } | null;
}

/** Terraform's words on a module, given back to the stack that it is. */
export function findingOf(diagnostic: Diagnostic, workFolder: string, stacks: readonly StackFolder[]): Finding {
  const { severity, summary, detail = "", range } = diagnostic;
  const file = range === undefined ? undefined : resolve(workFolder, range.filename);
  const owner = stacks.find(
    ({ stack, folder }, index) =>
      (file !== undefined && dirname(file) === folder) || addressOf(diagnostic).startsWith(`module.${moduleName(stack, index)}.`),
  );
  const address = addressOf(diagnostic).replace(/^module\.[^.]+\./, "");
  return {
    stack: owner?.stack ?? "",
    severity,
    summary,
    detail,
    ...(address === "" ? {} : { address }),
    ...(file === undefined ? {} : { file: relative(process.cwd(), whereItLies(file, owner)), line: range?.start.line ?? 1 }),
  };
}

function whereItLies(file: string, owner: StackFolder | undefined): string {
  return owner?.original === undefined || dirname(file) !== owner.folder ? file : join(owner.original, basename(file));
}

// validate gives the address, or, where it cannot, the block as the JSON nests it: `resource.aws_vpc.network`
function addressOf({ address, snippet }: Diagnostic): string {
  return address ?? snippet?.context?.replace(/^resource\./, "") ?? "";
}

/** A stack's name as a module's; stacks of several apps may have one name. */
export function moduleName(stack: string, index: number): string {
  return `s${index}_${stack.replace(/[^A-Za-z0-9_-]/g, "_")}`;
}

export function findingText({ stack, severity, summary, detail, address, file, line }: Finding): string {
  const place = [stack, address].filter((part) => part !== undefined && part !== "").join(" ");
  const where = file === undefined ? [] : [`${file}:${line}`];
  return [`${severity}: ${place === "" ? "" : `${place}: `}${summary}`, ...detail.split("\n"), ...where]
    .filter((text) => text !== "")
    .join("\n  ");
}
