import { DbOptionGroup } from "@cdktf/provider-aws/lib/db-option-group/index.js";
import { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group/index.js";
import { RdsClusterParameterGroup } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group/index.js";
import { address } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import { engineTraits, majorVersion, parameterGroupFamily } from "./engines.js";
import { providerArgument, type Region } from "./place.js";
import { groupParameters } from "./required-parameters.js";
import { shapeOf } from "./shape.js";

// A group of another family is another group, which must be there before the database takes it and the old one can go.
const lifecycle = { createBeforeDestroy: true } as const;

/** An instance's parameters, in a region. */
export function makeParameterGroup(blueprint: Blueprint, { suffix, provider }: Region): DbParameterGroup {
  const { module } = blueprint;
  return address(
    new DbParameterGroup(module, ["parameters", ...suffix].join("-"), { ...groupOf(blueprint), ...providerArgument(provider) }),
    module,
    ...suffix,
  );
}

/** A cluster's parameters, in a region. */
export function makeClusterParameterGroup(blueprint: Blueprint, { suffix, provider }: Region): RdsClusterParameterGroup {
  const { module } = blueprint;
  return address(
    new RdsClusterParameterGroup(module, ["parameters", ...suffix].join("-"), { ...groupOf(blueprint), ...providerArgument(provider) }),
    module,
    ...suffix,
  );
}

function groupOf({ config }: Blueprint) {
  const { name, engine, version } = config;
  return {
    namePrefix: `${name}-`,
    family: parameterGroupFamily(engine, version),
    description: `Parameters of ${name}`,
    parameter: groupParameters(engine, shapeOf(config), config.parameters).map((one) => ({ ...one })),
    lifecycle,
  };
}

/**
 * The audit plugin, by which MySQL's and MariaDB's instances log who connects.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.MySQL.Options.AuditPlugin.html
 */
export function makeOptionGroup({ module, config }: Blueprint, { suffix, provider }: Region): DbOptionGroup | undefined {
  const { name, engine, version, backups } = config;
  if (engineTraits[engine].dialect !== "mysql") return undefined;
  return address(
    new DbOptionGroup(module, ["options", ...suffix].join("-"), {
      namePrefix: `${name}-`,
      engineName: engine,
      majorEngineVersion: majorVersion(engine, version),
      optionGroupDescription: `Options of ${name}`,
      option: [{ optionName: "MARIADB_AUDIT_PLUGIN", optionSettings: [{ name: "SERVER_AUDIT_EVENTS", value: "CONNECT" }] }],
      // AWS keeps the group for as long as a snapshot names it
      skipDestroy: backups.finalSnapshot || backups.keepAfterDestroy,
      lifecycle,
      ...providerArgument(provider),
    }),
    module,
    ...suffix,
  );
}
