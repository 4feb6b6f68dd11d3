import type { ClassSchema } from "./module-schemas.js";
import { bodyText } from "./type-text.js";

/** The interfaces of a package's data, as its `src/props.generated.ts` has them. */
export function propsFile(classes: readonly ClassSchema[]): string {
  return ["// Generated from config.ts by `npm run generate`.", ...classes.map(propsInterface)].join("\n\n").concat("\n");
}

function propsInterface({ interfaceName, className, jsonSchema }: ClassSchema): string {
  return [
    `/** The data that \`${className}\` is made from. */`,
    `export interface ${interfaceName} ${bodyText(jsonSchema, interfaceName, 0)}`,
  ].join("\n");
}
