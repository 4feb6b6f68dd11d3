import { z } from "zod";
import { InputError } from "../failure.js";
import type { Clients } from "./clients.js";

const schema = z.object({
  service: z.string(),
  cluster: z.string(),
  family: z.string(),
  revision: z.string(),
  container: z.string(),
  port: z.number().nullable(),
  imageOwner: z.enum(["terraform", "pipeline"]),
  repositoryUrl: z.string().nullable(),
  deployment: z.enum(["rolling", "blueGreen", "canary", "linear"]),
  codeDeploy: z.object({ application: z.string(), deploymentGroup: z.string() }).nullable(),
  capacityProviderStrategy: z.array(z.object({ capacityProvider: z.string(), base: z.number().optional(), weight: z.number().optional() })),
  subnets: z.array(z.string()),
  securityGroups: z.array(z.string()),
});

/** How a service is deployed: what its stack wrote down in SSM. */
export type DeployedService = Readonly<z.output<typeof schema>>;

/** @throws {InputError} where there is none, or it is none of ours */
export async function readServiceParameter(clients: Clients, name: string): Promise<DeployedService> {
  const text = await readParameter(clients, name);
  if (text === undefined) {
    throw new InputError(`there is no SSM parameter "${name}", which the service's stack makes; apply that stack first`);
  }
  const parsed = schema.safeParse(asJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputError(
    `the SSM parameter "${name}" does not say how a service is deployed ("${issue?.path.join(".")}": ${issue?.message}); apply the service's stack again`,
  );
}

/** The text of a parameter; undefined where there is none. */
export async function readParameter(clients: Clients, name: string): Promise<string | undefined> {
  const ssm = await clients.ssm();
  try {
    const { Parameter: parameter } = await ssm.getParameter({ Name: name });
    return parameter?.Value;
  } catch (error) {
    if (error instanceof Error && error.name === "ParameterNotFound") return undefined;
    throw error;
  }
}

export function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
