import { address } from "@groundplan/core";
import { DataResource, Fn, Op, type Precondition, TerraformResource } from "cdktf";
import type { Blueprint } from "./blueprint.js";
import { shapeOf, storageOf } from "./shape.js";

/** What a database is known by, from its first apply on. */
export interface Identity {
  /** New with each database, and the same for as long as it lives. */
  readonly uniqueId: string;
  /** Stop a plan that would replace the database, or give it another endpoint. */
  readonly preconditions: readonly Precondition[];
}

/**
 * Remembers, in the state alone, what cannot be changed without another database: a plan that changes it fails, and says why.
 * It also gives the final snapshot a name that no other has: one that is taken already makes a destroy fail at its end.
 */
export function rememberIdentity(blueprint: Blueprint, keyArn: string): Identity {
  const { module, config } = blueprint;
  const parts = identityOf(blueprint, keyArn);
  const memory = address(
    new DataResource(module, "identity", {
      input: Object.fromEntries(parts.map(({ key, value }) => [key, value])),
      triggersReplace: { generation: config.generation },
      // the first apply's is what counts; a raised generation makes another
      lifecycle: { ignoreChanges: ["input"] },
    }),
    module,
    "identity",
  );
  return {
    uniqueId: memory.id,
    preconditions: parts.map(({ key, value, what, instead }) => ({
      // a part that an older state does not know is left alone
      condition: Op.eq(Fn.try([memory.interpolationForAttribute(`output.${key}`), value]), value),
      errorMessage: `${config.name}: ${what}; ${instead}, or raise "generation" to ${config.generation + 1} where this is what you want.`,
    })),
  };
}

/**
 * Judges all that is protected by what the database is known by. Logs and secrets are called after it, and where they come first,
 * Terraform would tell of their protection, and not of the name that was changed.
 */
export function guard({ module }: Blueprint, { preconditions }: Identity): void {
  const resources = module.node.findAll().filter(TerraformResource.isTerraformResource);
  for (const resource of resources) {
    const { lifecycle } = resource;
    // the identity itself remembers a key
    const isKey = resource.terraformResourceType === "aws_kms_key";
    if (lifecycle?.preventDestroy === true && lifecycle.precondition === undefined && !isKey)
      resource.lifecycle = { ...lifecycle, precondition: [...preconditions] };
  }
}

interface Part {
  readonly key: string;
  readonly value: string;
  readonly what: string;
  readonly instead: string;
}

function identityOf({ config }: Blueprint, keyArn: string): readonly Part[] {
  const replaces = "would replace the database, and all that is in it";
  const part = (key: string, value: string, field: string): Part => ({
    key,
    value,
    what: `another ${JSON.stringify(field)} ${replaces}`,
    instead: "put back what it was",
  });
  return [
    {
      key: "identifier",
      value: config.name,
      what: 'another "name" changes the endpoint that clients connect to',
      instead: "put back what it was",
    },
    part("engine", config.engine, "engine"),
    part("shape", shapeOf(config), "availability"),
    // of all shapes' storage only this one's cannot be changed
    ...(shapeOf(config) === "multiAzCluster" ? [part("storageType", storageOf(config).type, "storage.type")] : []),
    part("databaseName", config.databaseName, "databaseName"),
    part("masterUserName", config.master.userName, "master.userName"),
    {
      key: "key",
      value: keyArn,
      what: `another "encryptionKey" ${replaces}`,
      instead: "wire the key that it was encrypted by",
    },
  ];
}
