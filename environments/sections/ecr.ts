import { slug } from "@groundplan/core/schema";
import { type ImageRepositoryConfig, rules, schemas } from "@groundplan/ecr/config";
import { z } from "zod";
import { section, someAccount } from "../section.js";

const { ImageRepository: repository } = schemas;
const { name: _, accountId: __, region: ___, pullAccountIds: ____, ...own } = repository.shape;

const named = <S extends z.ZodType>(value: S) => z.record(slug(40), value);
const whole = z.strictObject({ repositories: named(repository) });

interface Repositories {
  readonly repositories: Readonly<Record<string, ImageRepositoryConfig>>;
}

export const ecr = section({
  schema: z.strictObject({
    repositories: named(z.strictObject(own))
      .default({})
      .describe("Repositories by the name that services call them, which is part of their name in ECR too: `shop/api`."),
  }),
  whole,
  wire: ({ project, region }, { repositories = {} }) => ({
    repositories: Object.fromEntries(
      Object.entries(repositories as object).map(([name, data]) => [
        name,
        { ...data, name: `${project}/${name}`, accountId: someAccount, region },
      ]),
    ),
  }),
  nonProduction: {},
  rules: rules.map((rule) => ({
    ...rule,
    path: ["repositories"],
    holds: ({ repositories }: Repositories) => Object.values(repositories).every(rule.holds),
  })),
  notices: () => [],
  kinds: ["shared"],
});
