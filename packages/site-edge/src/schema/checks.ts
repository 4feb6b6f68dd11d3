import { type CrossProblem, crossCheck } from "@groundplan/core/schema";
import { sizeProblem } from "../edge-function.js";
import type { CorsConfig } from "./cors.js";
import { redirectProblems } from "./redirect-problems.js";
import type { SiteEdgeConfig } from "./site-edge.js";

const redirectsEnd = crossCheck<SiteEdgeConfig>(["redirects", "domainNames"], redirectProblems);

const namesDiffer = crossCheck<SiteEdgeConfig>(["domainNames"], ({ domainNames }) =>
  domainNames.map(
    (name, index) =>
      domainNames.indexOf(name) < index && { path: ["domainNames", index], value: name, message: "stands there twice; take one out" },
  ),
);

const corsHolds = crossCheck<SiteEdgeConfig>(["cors"], ({ cors }) => (cors?.origins.includes("*") ? everybody(cors) : []));

/** What goes with no permission for everybody. */
function everybody({ origins, credentials }: CorsConfig): (CrossProblem | false)[] {
  return [
    // https://developer.mozilla.org/docs/Web/HTTP/CORS/Errors/CORSNotSupportingCredentials
    credentials && {
      path: ["cors", "credentials"],
      value: true,
      message: 'goes with no "*" among "origins": browsers refuse it; name the origins',
    },
    origins.length > 1 && { path: ["cors", "origins"], value: origins, message: 'has others beside "*", which is all; take them out' },
  ];
}

const functionFits = crossCheck<SiteEdgeConfig>(
  ["domainNames", "otherNames", "routing", "indexDocument", "redirects", "basicAuth", "headers", "cors"],
  (config) => {
    const problem = sizeProblem(config);
    return [problem !== undefined && { path: ["redirects"], value: undefined, message: problem }];
  },
);

/** What holds between the fields, for every schema that has them. */
export const siteEdgeChecks = [redirectsEnd, namesDiffer, corsHolds, functionFits] as const;
