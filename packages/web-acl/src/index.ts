export { type Association, associate } from "./associate.js";
export type { WebAclConfig } from "./config.js";
export type { WebAclData } from "./props.generated.js";
export { WebAcl, type WebAclProps } from "./web-acl.js";
