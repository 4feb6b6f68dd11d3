import { engineTraits, majorVersion, parameterGroupFamily } from "./engines.js";
import type { DatabaseConfig } from "./schema/database.js";

/** What a person should know before applying, and need not change. */
export function notices(config: DatabaseConfig): readonly string[] {
  const { engine, version, upgrades, backupPlan, generation, size } = config;
  const { majors } = engineTraits[engine];
  const isKnown = majors.includes(majorVersion(engine, version));
  const isCompliant = backupPlan !== "off" && backupPlan.lock !== "off" && backupPlan.lock.mode === "compliance";
  return [
    ...(isKnown
      ? []
      : [
          `"version" ${JSON.stringify(version)} of ${engine} is not known here (${majors.join(", ")} are), and its parameter group's family is taken to be ` +
            `"${parameterGroupFamily(engine, version)}": see aws rds describe-db-engine-versions`,
        ]),
    ...(upgrades.allowMajor
      ? ['"upgrades.allowMajor" is on: a new major "version" goes through, and cannot be taken back; take it out afterwards']
      : []),
    ...(isCompliant ? ['"backupPlan.lock.mode" is "compliance": once its days are over, nobody can ever take the lock away'] : []),
    ...(generation > 1 ? [`"generation" is ${generation}: a plan that raised it may replace the database`] : []),
    ...(typeof size === "string" && /^db\.t\d/.test(size) && config.protect
      ? [`"size" ${JSON.stringify(size)} bursts: under constant load its CPU credits are billed, or run out`]
      : []),
  ];
}
