import { isDeepStrictEqual } from "node:util";
import type { RegisterTaskDefinitionCommandInput, Tag, TaskDefinition } from "@aws-sdk/client-ecs";
import type { Clients } from "./clients.js";

export interface Revision {
  readonly definition: TaskDefinition;
  readonly tags: readonly Tag[];
}

/** What stands in place of the template's own. */
export interface Replacement {
  readonly family: string;
  readonly container: string;
  readonly image: string;
}

/** The revision of an ARN, or the newest one of a family. */
export async function readRevision(clients: Clients, arnOrFamily: string): Promise<Revision> {
  const ecs = await clients.ecs();
  const { taskDefinition: definition, tags = [] } = await ecs.describeTaskDefinition({ taskDefinition: arnOrFamily, include: ["TAGS"] });
  if (definition === undefined) throw new Error(`ECS described no task definition "${arnOrFamily}"`);
  return { definition, tags };
}

/** Registers it, and gives the revision's ARN. */
export async function register(clients: Clients, input: RegisterTaskDefinitionCommandInput): Promise<string> {
  const { taskDefinition } = await (await clients.ecs()).registerTaskDefinition(input);
  if (taskDefinition?.taskDefinitionArn === undefined) throw new Error(`ECS registered a revision of "${input.family}" without an ARN`);
  return taskDefinition.taskDefinitionArn;
}

/**
 * The template with another image, in another family; everything else as it is, tags too.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export function rendered({ definition, tags }: Revision, { family, container, image }: Replacement): RegisterTaskDefinitionCommandInput {
  const containerDefinitions = definition.containerDefinitions?.map((one) => (one.name === container ? { ...one, image } : one));
  return { ...registrable(definition), family, containerDefinitions, ...(tags.length === 0 ? {} : { tags: [...tags] }) };
}

/** Whether a revision says what the template would, but for family and image; tags aside, which run nothing. */
export function isRenderedFrom(template: Revision, running: Revision, container: string): boolean {
  const alike = { family: "", container, image: "" };
  const [wanted, actual] = [template, running].map(({ definition }) => rendered({ definition, tags: [] }, alike));
  return isDeepStrictEqual(actual, wanted);
}

export function imageOf({ definition }: Revision, container: string): string | undefined {
  return definition.containerDefinitions?.find(({ name }) => name === container)?.image;
}

/** Without what ECS alone writes. */
function registrable(definition: TaskDefinition): Omit<RegisterTaskDefinitionCommandInput, "family" | "containerDefinitions"> {
  const {
    taskDefinitionArn: _arn,
    revision: _revision,
    status: _status,
    requiresAttributes: _attributes,
    compatibilities: _compatibilities,
    registeredAt: _registeredAt,
    registeredBy: _registeredBy,
    deregisteredAt: _deregisteredAt,
    family: _family,
    containerDefinitions: _containers,
    ...rest
  } = definition;
  return rest;
}

/** `api:7`: a revision as people say it. */
export function shortRevision(arn: string): string {
  return arn.split("/").at(-1) ?? arn;
}
