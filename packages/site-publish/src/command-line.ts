export { type PasswordFlags, passwordTold, withPasswordOptions } from "./commands/password.js";
export { publishTold } from "./commands/publish.js";
export { rollbackTold } from "./commands/rollback.js";
export { type RunFlags, withRunOptions } from "./commands/run-options.js";
export type { Opened } from "./commands/site-options.js";
export { versionsTold } from "./commands/versions.js";
export { type PreviewFlags, previewTold, withPreviewOptions } from "./preview-command.js";
