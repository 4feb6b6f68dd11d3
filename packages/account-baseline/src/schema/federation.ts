import { slug, structural } from "@groundplan/core/schema";
import { z } from "zod";

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html
const samlProvider = z.strictObject({
  metadata: z.string().min(1000).max(10_000_000).describe("The metadata document that the identity provider publishes: its XML."),
});

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html
const oidcProvider = z.strictObject({
  url: z
    .string()
    .regex(/^https:\/\/[a-z0-9.-]+(\/[\w./-]+)?$/, 'is no issuer; give its URL, such as "https://gitlab.example.com"')
    .describe("The issuer's URL, as its tokens say it."),
  clientIds: z.array(z.string().min(1).max(255)).min(1).max(100).default(["sts.amazonaws.com"]).describe("The audiences of its tokens."),
});

const environmentName = () => z.string().regex(/^[\w-]{1,200}$/, "is no environment's name; give letters, digits, _ and -");

const pipelines = z.strictObject({
  repository: structural(
    z.string().regex(/^github\.com\/[\w.-]+\/[\w.-]+$/, 'is no repository on GitHub; give one such as "github.com/example/shop"'),
    "the roles' trust names it",
  ).describe("The repository whose workflows may assume the roles."),
  environments: structural(z.array(environmentName()).min(1), "each is named in the roles' trust").describe(
    "The estate's environments in this account: a workflow comes from GitHub's environment `plan-<name>` or `apply-<name>`, and from no other.",
  ),
  maxSessionHours: z.int().min(1).max(12).default(2).describe("Hours for which a run's session lasts at most."),
});

export const federationFields = {
  samlProviders: structural(z.record(slug(64), samlProvider), "each is a resource")
    .default({})
    .describe("SAML identity providers, by name."),
  oidcProviders: structural(z.record(slug(), oidcProvider), "each is a resource")
    .default({})
    .describe("OIDC identity providers, by a name of one's own; GitHub's comes with `pipelines`."),
  pipelines: structural(pipelines, "it decides whether there are roles for pipelines")
    .optional()
    .describe("The roles that GitHub's workflows plan and apply by. Default: none."),
};
