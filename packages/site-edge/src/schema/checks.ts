import { type CrossProblem, crossCheck, isKnown } from "@groundplan/core/schema";
import { policyText } from "../content-security-policy.js";
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

const corsHolds = crossCheck<SiteEdgeConfig>(["cors"], ({ cors }) => (cors === undefined ? [] : corsProblems(cors)));

// https://developer.mozilla.org/docs/Web/HTTP/CORS/Errors/CORSNotSupportingCredentials
function corsProblems({ origins, headers, credentials }: CorsConfig): (CrossProblem | false)[] {
  const isOpen = origins.includes("*");
  return [
    credentials &&
      isOpen && {
        path: ["cors", "credentials"],
        value: true,
        message: 'goes with no "*" among "origins": browsers refuse it; name the origins',
      },
    credentials &&
      headers.includes("*") && {
        path: ["cors", "headers"],
        value: headers,
        message: 'goes with no "credentials": browsers refuse it; name the headers',
      },
    isOpen &&
      origins.length > 1 && { path: ["cors", "origins"], value: origins, message: 'has others beside "*", which is all; take them out' },
  ];
}

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-response-headers-policies
const longestPolicy = 1783;

const policyFits = crossCheck<SiteEdgeConfig>(["headers"], ({ headers }) => {
  const text = policyText(headers) ?? "";
  const message = `makes a header of ${text.length} characters, and CloudFront takes ${longestPolicy}; name fewer sources, such as one with * for many hosts`;
  return [isKnown(text) && text.length > longestPolicy && { path: ["headers", "contentSecurityPolicy"], value: undefined, message }];
});

const functionFits = crossCheck<SiteEdgeConfig>(
  ["domainNames", "otherNames", "routing", "indexDocument", "redirects", "basicAuth", "headers", "cors"],
  (config) => {
    const problem = sizeProblem(config);
    return [problem !== undefined && { path: ["redirects"], value: undefined, message: problem }];
  },
);

/** What holds between the fields, for every schema that has them. */
export const siteEdgeChecks = [redirectsEnd, namesDiffer, corsHolds, policyFits, functionFits] as const;
