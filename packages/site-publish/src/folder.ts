import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { InputError } from "./failure.js";
import { byKey } from "./keys.js";
import { nameProblems } from "./names.js";

/** What is to be published. */
export interface Folder {
  readonly root: string;
  readonly files: readonly LocalFile[];
  /** hidden files and folders, which stay at home */
  readonly leftOut: readonly string[];
}

export interface LocalFile {
  /** beneath the folder, with slashes: the key in the bucket */
  readonly path: string;
  readonly file: string;
  readonly size: number;
}

// one copy brings a version back, and S3 copies no more at once
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
const largest = 5 * 1024 ** 3;

const problemsShown = 20;

/**
 * Lists a built site.
 *
 * @throws {InputError} all of what cannot be published, before anything is
 */
export function readFolder(folder: string, indexDocument: string): Folder {
  const root = realRoot(folder);
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((one) => !one.isDirectory());
  const paths = found.map((one) => relative(root, join(one.parentPath, one.name)).split(sep).join("/")).sort(byKey);
  const wanted = paths.filter((path) => !isHidden(path));
  const looked = wanted.map((path) => look(root, path));
  const problems = [...nameProblems(wanted), ...looked.filter((one) => typeof one === "string")];
  if (problems.length > 0) throw new InputError(problemsText(folder, problems));
  const files = looked.filter((one) => typeof one !== "string");
  if (!files.some(({ path }) => path === indexDocument)) {
    throw new InputError(
      `"${folder}" has no ${indexDocument}, which visitors of / get; give the folder that the build writes, such as dist`,
    );
  }
  return { root, files, leftOut: [...new Set(paths.filter(isHidden).map(hiddenPart))] };
}

function realRoot(folder: string): string {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) throw new InputError(`there is no folder "${folder}"; build the site first`);
  if (!found.isDirectory()) throw new InputError(`"${folder}" is a file; give the folder that holds the built site`);
  return realpathSync(folder);
}

/** The file, or what is wrong with it. */
function look(root: string, path: string): LocalFile | string {
  const file = join(root, path);
  const own = lstatSync(file);
  const found = own.isSymbolicLink() ? statSync(file, { throwIfNoEntry: false }) : own;
  if (found === undefined) return `"${path}" is a link that leads nowhere; take it out`;
  // a link may lead to secrets of the machine that builds
  if (own.isSymbolicLink() && !realpathSync(file).startsWith(`${root}${sep}`)) {
    return `"${path}" is a link that leads out of the folder, to ${realpathSync(file)}; copy what it leads to`;
  }
  if (found.isDirectory()) return `"${path}" is a link to a folder; copy the folder`;
  if (!found.isFile()) return `"${path}" is no file; take it out`;
  if (found.size > largest) return `"${path}" has ${found.size} bytes, and S3 copies ${largest} at most; keep it elsewhere`;
  return { path, file, size: found.size };
}

/** Hidden, but for `.well-known`, which is made to be asked for. https://www.rfc-editor.org/rfc/rfc8615 */
function isHidden(path: string): boolean {
  return path.split("/").some((part) => part.startsWith(".") && part !== ".well-known");
}

function hiddenPart(path: string): string {
  const parts = path.split("/");
  const at = parts.findIndex((part) => part.startsWith(".") && part !== ".well-known");
  return parts.slice(0, at + 1).join("/");
}

function problemsText(folder: string, problems: readonly string[]): string {
  const more = problems.length - problemsShown;
  const lines = [...problems.slice(0, problemsShown), ...(more > 0 ? [`and ${more} more`] : [])];
  return [`"${folder}" holds what cannot be published, and nothing was:`, ...lines.map((line) => `  ${line}`)].join("\n");
}
