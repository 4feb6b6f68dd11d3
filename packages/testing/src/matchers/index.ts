export { toHaveAddresses } from "./addresses.js";
export { toHaveDataSource, toHaveOutput, toHaveProvider, toHaveResource, toHaveResourceAt } from "./blocks.js";
