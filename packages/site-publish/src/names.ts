import { reserved } from "./keys.js";

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
const longest = 1024;

/** What is wrong with the names of files, as S3's keys and as addresses. */
export function nameProblems(paths: readonly string[]): string[] {
  return [...paths.flatMap((path) => nameProblem(path) ?? []), ...differByCaseAlone(paths)];
}

function nameProblem(path: string): string | undefined {
  const shown = JSON.stringify(path);
  const bytes = Buffer.byteLength(path);
  if (`${path}/`.startsWith(reserved)) return `${shown} lies where the versions are noted; rename "${reserved.slice(0, -1)}"`;
  if (bytes > longest) return `${shown} is ${bytes} bytes long, and S3's keys have ${longest} at most; shorten it`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(path)) return `${shown} has a control character, which no address can; rename it`;
  if (path.includes("\ufffd")) return `${shown} is not in UTF-8; rename it`;
  if (path.includes("\\")) return `${shown} has a backslash, which browsers turn into a slash; rename it`;
  return undefined;
}

/** Two files that a machine which takes them for one has lost one of, and visitors mistake. */
function differByCaseAlone(paths: readonly string[]): string[] {
  const seen = new Map<string, string>();
  return paths.flatMap((path) => {
    const other = seen.get(path.toLowerCase());
    seen.set(path.toLowerCase(), path);
    return other === undefined ? [] : [`"${other}" and "${path}" differ in case alone; rename one`];
  });
}
