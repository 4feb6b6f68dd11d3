import type { Draft } from "./draft.js";
import type { DataProblem } from "./problem.js";

/** Services name a repository alone, so that it stands once in the estate: its name in AWS holds no environment either. */
export function repositoryProblems(draft: Draft, drafts: readonly Draft[]): DataProblem[] {
  const before = drafts.slice(0, drafts.indexOf(draft));
  return Object.keys(draft.values.ecr?.repositories ?? {}).flatMap((repository): DataProblem[] => {
    const owner = before.find(({ values }) => Object.hasOwn(values.ecr?.repositories ?? {}, repository));
    if (owner === undefined) return [];
    const wrong = `is a repository of ${owner.name} already, and services could not tell them apart`;
    return [{ path: ["ecr", "repositories", repository], at: "key", value: undefined, wrong, fix: "give it another name" }];
  });
}
