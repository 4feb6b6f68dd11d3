// For Docker's HEALTHCHECK: the image has no curl.
import { settingsOf } from "./settings.js";

const { port } = settingsOf(process.env);
const healthy = await fetch(`http://127.0.0.1:${port}/health`).then(
  ({ ok }) => ok,
  () => false,
);
process.exitCode = healthy ? 0 : 1;
