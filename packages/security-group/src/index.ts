export { allowHttpsOut, type Connection, type ConnectionRules, connect } from "./connect.js";
export { type GroupSetting, makeSecurityGroup } from "./group.js";
