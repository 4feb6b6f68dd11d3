import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { WrittenSite } from "./written-site.js";

const pages = 80;
const parts = 80;

/** What Vite builds: pages, a chunk for each part that they load, styles, images; some three hundred files. */
export class ViteSite {
  private readonly source: WrittenSite;
  readonly folder = mkdtempSync(join(tmpdir(), "groundplan-vite-"));

  constructor() {
    this.source = new WrittenSite({ ...pageFiles(), ...partFiles(), ...imageFiles() });
  }

  /** Changes what it is built from, and builds. */
  async build(changes: Readonly<Record<string, string | undefined>> = {}): Promise<string> {
    this.source.write(changes);
    const root = this.source.folder;
    await build({
      root,
      configFile: false,
      logLevel: "silent",
      build: {
        outDir: this.folder,
        emptyOutDir: true,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: Object.keys(pageFiles()).map((path) => join(root, path)) },
      },
    });
    return this.folder;
  }

  remove(): void {
    this.source.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function page(title: string): string {
  return `<!doctype html><html><head><title>${title}</title><script type="module" src="/main.js"></script></head><body>${title}</body></html>`;
}

function pageFiles(): Record<string, string> {
  const docs = Array.from({ length: pages }, (_, index) => [`docs/page-${index}/index.html`, page(`page ${index}`)]);
  return { "index.html": page("front"), "404.html": page("nothing here"), ...Object.fromEntries(docs) };
}

function partFiles(): Record<string, string> {
  const names = Array.from({ length: parts }, (_, index) => `part-${index}`);
  const loads = names.map((name) => `"${name}": () => import("./parts/${name}.js")`);
  const files = names.map((name) => [`parts/${name}.js`, `import "./${name}.css"; export const name = "${name}";`]);
  const styles = names.map((name) => [`parts/${name}.css`, `.${name} { color: red }`]);
  return { "main.js": `globalThis.parts = { ${loads.join(", ")} };`, ...Object.fromEntries([...files, ...styles]) };
}

function imageFiles(): Record<string, string> {
  const images = Array.from({ length: 60 }, (_, index) => [
    `public/images/${index}.svg`,
    `<svg xmlns="http://www.w3.org/2000/svg"><!--${index}--></svg>`,
  ]);
  return {
    "public/robots.txt": "User-agent: *\n",
    "public/.well-known/security.txt": "Contact: mailto:a@example.com\n",
    ...Object.fromEntries(images),
  };
}
