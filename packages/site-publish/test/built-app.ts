import { join } from "node:path";
import { build } from "vite";
import { WrittenSite } from "./written-site.js";

/** The sources of a small app with a router of its own: three pages, one of them loaded when it is asked for. */
const sources = {
  "index.html": `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>shop</title><link rel="icon" href="./icon.svg" /></head>
  <body><main id="app"></main><script type="module" src="/main.js"></script></body>
</html>`,
  "icon.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="teal" /></svg>',
  "main.css": "h1 { color: rgb(0, 128, 128); }",
  "user.js": 'export const user = (id) => `<h1>user ${id}</h1><a href="/">home</a>`;',
  "main.js": `import "./main.css";
import icon from "./icon.svg";
const app = document.getElementById("app");
async function show(path) {
  const [, id] = /^\\/users\\/([^/]+)$/.exec(path) ?? [];
  if (path === "/") app.innerHTML = \`<h1>home</h1><img src="\${icon}" alt="icon"><a href="/users/7">user 7</a>\`;
  else if (id) app.innerHTML = (await import("./user.js")).user(id);
  else app.innerHTML = "<h1>no such page</h1>";
}
addEventListener("popstate", () => show(location.pathname));
addEventListener("click", (event) => {
  if (!(event.target instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  history.pushState(null, "", event.target.href);
  show(location.pathname);
});
show(location.pathname);`,
};

/** The app, built by Vite as its users build theirs: hashed names beneath assets/. */
export async function buildApp(): Promise<WrittenSite> {
  const app = new WrittenSite(sources);
  await build({ root: app.folder, logLevel: "silent", configFile: false, build: { outDir: join(app.folder, "dist") } });
  return app;
}
