import { ecsServiceData, nonProduction, notices, rules, schemas } from "@groundplan/ecs-service/config";
import { z } from "zod";
import { databaseAccess } from "../database-access.js";
import { image, imageReference } from "../images.js";
import { section, someAccount } from "../section.js";

const whole = schemas.EcsService;

/** A host of the environment: a name without a dot is beneath its zone. */
export function hostName(host: string, zoneName: string): string {
  return host.includes(".") ? host : `${host}.${zoneName}`;
}

const someRegistry = (name: string): string => `${someAccount}.dkr.ecr.eu-west-1.amazonaws.com/${name}`;

export const services = section({
  schema: ecsServiceData.omit({ name: true, accountId: true, region: true, parameterName: true }).extend({
    image: image.optional(),
    databases: databaseAccess,
    hosts: z
      .array(
        z
          .string()
          .regex(
            /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/,
            'is no host; give a name beneath the environment\'s zone, such as "api", or a whole one',
          ),
      )
      .default([])
      .describe("Names that the service answers to: beneath the environment's zone, where they have no dot."),
  }),
  whole,
  wire: ({ project, environment, region, entry }, { image: given, hosts, databases: _, ...data }) => ({
    ...data,
    ...(given === undefined ? {} : { image: imageReference(given, someRegistry) }),
    ...(hosts === undefined ? {} : { hosts: Array.isArray(hosts) ? hosts.map((host) => hostName(String(host), "example.com")) : hosts }),
    name: `${project}-${environment}-${entry}`,
    accountId: someAccount,
    region,
    parameterName: `/${project}/${environment}/service/${entry}`,
  }),
  nonProduction,
  rules,
  notices,
  kinds: ["workload"],
  entries: "service",
});
