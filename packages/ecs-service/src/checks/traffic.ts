import type { CrossProblem } from "@groundplan/core/schema";
import type { EcsServiceConfig } from "../schema/service.js";

/** Whether requests find the service. */
export function trafficProblems(config: EcsServiceConfig): CrossProblem[] {
  switch (config.loadBalancer) {
    case "none":
      return withoutRequests(config);
    case "shared":
      return [...portProblems(config), ...ruleProblems(config)];
    default:
      return [...portProblems(config), ...ownProblems(config)];
  }
}

function portProblems({ port, loadBalancer }: EcsServiceConfig): CrossProblem[] {
  if (port !== undefined) return [];
  return [
    {
      path: ["port"],
      value: undefined,
      message: `is missing, and a ${loadBalancer} load balancer sends requests there; give the container's port`,
    },
  ];
}

function withoutRequests({ hosts, paths, priority, scaling }: EcsServiceConfig): CrossProblem[] {
  const given: readonly (readonly [(string | number)[], unknown, boolean])[] = [
    [["hosts"], hosts, hosts.length > 0],
    [["paths"], paths, paths.length > 0],
    [["priority"], priority, priority !== undefined],
    [["scaling", "requestsPerTarget"], scaling?.requestsPerTarget, scaling?.requestsPerTarget !== undefined],
  ];
  return given
    .filter(([, , isGiven]) => isGiven)
    .map(([path, value]) => ({ path, value, message: 'needs a load balancer; set "loadBalancer", or take it out' }));
}

function ruleProblems({ hosts, paths, priority }: EcsServiceConfig): CrossProblem[] {
  const anywhere = hosts.length === 0 && paths.length === 0;
  return [
    ...(anywhere
      ? [
          {
            path: ["hosts"],
            value: undefined,
            message: 'is missing, and so is "paths"; say which requests on the shared load balancer are the service\'s',
          },
        ]
      : []),
    ...(priority === undefined
      ? [
          {
            path: ["priority"],
            value: undefined,
            message: "is missing; give the place of the service's rule on the shared load balancer, 1 to 50000",
          },
        ]
      : []),
  ];
}

function ownProblems({ hosts, priority, loadBalancer }: EcsServiceConfig): CrossProblem[] {
  const none = hosts.length === 0;
  const wildcards = hosts.flatMap((host, index) =>
    /[?]|\*(?!\.)|.\*/.test(host)
      ? [
          {
            path: ["hosts", index],
            value: host,
            message: 'is a pattern that no certificate has; give a whole name, or one with "*." at its beginning',
          },
        ]
      : [],
  );
  return [
    ...(none
      ? [
          {
            path: ["hosts"],
            value: undefined,
            message: `is missing, and HTTPS on a ${loadBalancer} load balancer needs a name; give one such as "api.shop.example.com"`,
          },
        ]
      : []),
    ...wildcards,
    ...(priority === undefined ? [] : [{ path: ["priority"], value: priority, message: "is for a shared load balancer; take it out" }]),
  ];
}
