import { Command } from "commander";
import { generatedFiles, packageFiles } from "./generate.js";
import { staleFiles, writeFiles } from "./generated-file.js";

program()
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });

function program(): Command {
  return new Command("generate")
    .description(
      "write what is made from the schemas and the environment files: props, the READMEs' tables, editors' JSON Schemas, the README's picture",
    )
    .argument("[package...]", "folders of packages: theirs alone")
    .option("--check", "write nothing; exit 1 and name the files that are not up to date")
    .action(generate);
}

async function generate(packages: readonly string[], { check = false }: { readonly check?: boolean }): Promise<void> {
  const root = process.cwd();
  const files = packages.length === 0 ? await generatedFiles(root) : await packageFiles(root, packages);
  const stale = staleFiles(root, files);
  if (!check) writeFiles(root, stale);
  for (const { path } of stale) process.stdout.write(`${check ? "stale" : "written"}: ${path}\n`);
  if (stale.length === 0) process.stdout.write(`${files.length} files are up to date\n`);
  else if (check) {
    process.stderr.write('run "npm run generate", and commit what it writes\n');
    process.exitCode = 1;
  }
}
