import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { secretSource } from "./secret.js";

/**
 * What ECS sets itself, and what would take a container's role away from it.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
const reserved = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_CONTAINER_AUTHORIZATION_TOKEN",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_EXECUTION_ENV",
  "ECS_AGENT_URI",
  "ECS_CONTAINER_METADATA_URI",
  "ECS_CONTAINER_METADATA_URI_V4",
];

const variableName = () =>
  z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^\s=\0]+$/, "is no name of a variable; give one without spaces and =")
    .regex(
      new RegExp(`^(?!(${reserved.join("|")})$)`),
      "is set by ECS for the task's role; take it out, and grant the role what is needed",
    );

/** The values may be tokens, the names not. */
export const environmentFields = {
  environment: structural(z.record(variableName(), z.string()), "a variable is made for each entry")
    .default({})
    .describe("Environment variables, for what may be read by anybody who may read the task. Secrets belong into `secrets`."),
  secrets: structural(z.record(variableName(), secretSource()), "a statement is made for each entry")
    .default({})
    .describe("Environment variables from Secrets Manager or Systems Manager. The execution role may read these and no others."),
};
