import { application } from "./application.js";
import { log } from "./log.js";
import { settingsOf } from "./settings.js";

const settings = settingsOf(process.env);
const { server, drain } = application(settings);

server.listen(settings.port, () => {
  const address = server.address();
  log("listening", { port: typeof address === "object" ? address?.port : settings.port });
});

let ending = false;
// ECS asks by SIGTERM, and kills after the stop timeout
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    log("draining", { signal });
    const late = setTimeout(() => {
      log("cut off what was still under way", { after: settings.drainSeconds });
      process.exit(1);
    }, settings.drainSeconds * 1000);
    drain(() => {
      clearTimeout(late);
      log("stopped");
    });
  });
}
