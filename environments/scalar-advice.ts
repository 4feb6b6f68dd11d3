import type { Problem } from "@groundplan/core/schema";
import { isScalar, type Node } from "yaml";

/** Longest value that an error repeats. */
const mostShown = 60;

/** A value as a person sees it in the file: `012345678901` was parsed to 12345678901. */
export function shownValue({ value, wrong }: Problem, node: Node | undefined): string | undefined {
  if (node === undefined) return value === undefined || wrong === "is missing" ? undefined : cut(JSON.stringify(value));
  // what a problem does not tell is a secret, perhaps
  if (!isScalar(node) || node.value === null || value === undefined) return undefined;
  return cut(typeof node.value === "string" ? JSON.stringify(node.value) : (node.source ?? String(node.value)));
}

/** What YAML makes of a scalar surprises: it says so, and what to write. */
export function withYamlAdvice(problem: Problem, node: Node | undefined): Problem {
  if (!isScalar(node)) return problem;
  const { value, source = "", type } = node;
  if (value === null)
    return { ...problem, wrong: "is empty", fix: `${problem.fix === "" ? "give a value" : problem.fix}, or take the line out` };
  const wants = /^give a (string|number|whole number)$|^give (true or false)$/.exec(problem.fix);
  const wanted = wants?.[1] ?? wants?.[2];
  if (wanted === "string" && typeof value !== "string" && type === "PLAIN")
    return { ...problem, wrong: `is read as a ${typeof value}`, fix: `quote it: "${source}"` };
  if (wanted === undefined || wanted === "string" || typeof value !== "string") return problem;
  if (wanted === "true or false") return booleanAdvice(problem, value);
  return /^-?\d+(\.\d+)?$/.test(value) ? { ...problem, wrong: "is text", fix: `take the quotes off: ${value}` } : problem;
}

function booleanAdvice(problem: Problem, value: string): Problem {
  if (/^(true|yes|on|y)$/i.test(value)) return { ...problem, wrong: "is text", fix: "write true" };
  if (/^(false|no|off|n)$/i.test(value)) return { ...problem, wrong: "is text", fix: "write false" };
  return problem;
}

function cut(text: string): string {
  return text.length <= mostShown ? text : `${text.slice(0, mostShown)}…`;
}
