import type { CrossProblem } from "@groundplan/core/schema";
import { schemas } from "@groundplan/load-balancer/config";
import { schema as webAclSchema } from "@groundplan/web-acl/config";
import type { z } from "zod";
import type { EcsServiceConfig } from "../schema/service.js";

/** What holds between the fields of what the service makes for itself, so that it is told before anything is made. */
export function partProblems(config: EcsServiceConfig): CrossProblem[] {
  const { loadBalancer, hosts, paths, ownLoadBalancer, testListener, ownWebAcl } = config;
  if (loadBalancer === "none") return [];
  const isOwn = loadBalancer !== "shared";
  return [
    ...(hosts.length === 0 && paths.length === 0 ? [] : between(schemas.Route, { hosts, paths, priority: 1 })),
    ...(isOwn ? between(schemas.LoadBalancer, { ...ownLoadBalancer, ...named, kind: loadBalancer, testListener }).map(placed) : []),
    ...(loadBalancer === "public" && ownWebAcl !== "off"
      ? within("ownWebAcl", between(webAclSchema, { ...ownWebAcl, ...named, ...somewhere }))
      : []),
  ];
}

/** Names and places say nothing here, and may not be known yet. */
const named = { name: "some" } as const;
const somewhere = { accountId: "000000000000", region: "eu-west-1" } as const;

/** Problems between fields; each field for itself has been looked at already. */
function between(schema: z.ZodType, data: unknown): CrossProblem[] {
  const { error } = schema.safeParse(data, { reportInput: true });
  return (error?.issues ?? [])
    .filter(({ code }) => code === "custom")
    .map(({ path, input, message }) => ({ path: path.map((key) => (typeof key === "number" ? key : String(key))), value: input, message }));
}

function within(field: string, problems: readonly CrossProblem[]): CrossProblem[] {
  return problems.map((problem) => ({ ...problem, path: [field, ...problem.path] }));
}

/** The test listener is a field of the service itself. */
function placed(problem: CrossProblem): CrossProblem {
  return problem.path[0] === "testListener" ? problem : { ...problem, path: ["ownLoadBalancer", ...problem.path] };
}
