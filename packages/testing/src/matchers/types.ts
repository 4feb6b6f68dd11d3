import type { ResourceBody } from "../stack-json.js";
import type { TypeName } from "./template-of.js";

/** The matchers of a template. Properties are snake_case, as in the JSON; what is not given may be anything. */
export interface TemplateMatchers<R = void> {
  /** At least one resource of the type has all the properties. The type by name, or by the class that makes it. */
  toHaveResource(type: TypeName, properties?: ResourceBody): R;
  /** A resource, or with `data.` a data source, stands at the address and has all the properties. */
  toHaveResourceAt(address: string, properties?: ResourceBody): R;
  toHaveDataSource(type: TypeName, properties?: ResourceBody): R;
  /** There is an output of that name, and of that value if one is given. */
  toHaveOutput(name: string, value?: unknown): R;
  /** At least one configuration of the provider has all the properties. */
  toHaveProvider(type: TypeName, properties?: ResourceBody): R;
  /**
   * The managed resources' addresses are those of the golden file (a path from the test's folder), or moved from them.
   * `vitest -u` adds what is new; what is lost without a `moved` fails even then.
   */
  toHaveAddresses(goldenFile: string): R;
}
