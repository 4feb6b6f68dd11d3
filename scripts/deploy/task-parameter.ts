import { z } from "zod";
import { InputError } from "../failure.js";
import type { Clients } from "./clients.js";
import { asJson, readParameter } from "./service-parameter.js";

/**
 * What a one-off task's stack wrote down: the input of RunTask in AWS's own words, so that `aws ecs run-task --cli-input-json` takes
 * it as well.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
const schema = z.looseObject({
  cluster: z.string(),
  /** a family, for its newest revision, or a revision */
  taskDefinition: z.string(),
  overrides: z.looseObject({ containerOverrides: z.tuple([z.looseObject({ name: z.string() })], z.looseObject({ name: z.string() })) }),
});

export type OneOffTask = z.output<typeof schema>;

/** Beside the service's own: `/shop/dev/service/api/task/migrate`. */
export function taskParameterName(serviceParameterName: string, task: string): string {
  return `${serviceParameterName}/task/${task}`;
}

/** The names of a service's one-off tasks. */
export async function taskNames(clients: Clients, serviceParameterName: string): Promise<string[]> {
  const prefix = taskParameterName(serviceParameterName, "");
  const { Parameters: found = [] } = await (await clients.ssm()).getParametersByPath({ Path: prefix.slice(0, -1) });
  return found.flatMap(({ Name: name }) => (name === undefined ? [] : [name.slice(prefix.length)]));
}

/** undefined where there is no such parameter. */
export async function readTaskParameter(clients: Clients, name: string): Promise<OneOffTask | undefined> {
  const text = await readParameter(clients, name);
  if (text === undefined) return undefined;
  const parsed = schema.safeParse(asJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputError(
    `the SSM parameter "${name}" is no input of RunTask ("${issue?.path.join(".")}": ${issue?.message}); apply the service's stack again`,
  );
}
