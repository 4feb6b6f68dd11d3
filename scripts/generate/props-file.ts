import type { ModuleSchema } from "./module-schemas.js";
import { bodyText } from "./type-text.js";

/** The props interface of a module's data, as `src/props.generated.ts` has it. */
export function propsFile({ interfaceName, className, jsonSchema }: ModuleSchema): string {
  return [
    "// Generated from config.ts by `npm run generate`.",
    "",
    `/** The data that \`${className}\` is made from. */`,
    `export interface ${interfaceName} ${bodyText(jsonSchema, interfaceName, 0)}`,
    "",
  ].join("\n");
}
