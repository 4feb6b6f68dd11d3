import { Command, Option } from "commander";
import { runWaves, summary } from "./test-run/run.js";
import { type Extent, tiers } from "./test-run/tiers.js";

const program = new Command("npm test")
  .description("lint, types, unit, synth, validate and emulator tests; the last line counts them all")
  .addOption(new Option("--verify", "lint, types, unit and synth tests alone: within half a minute").conflicts("full"))
  .addOption(new Option("--full", "the long emulator tests too: within an hour"))
  .helpOption("-h, --help", "show this help")
  .parse();

const { verify, full } = program.opts<{ verify?: true; full?: true }>();
void test(verify ? "verify" : full ? "full" : "test");

async function test(extent: Extent): Promise<void> {
  const started = performance.now();
  const results = await runWaves(tiers(process.cwd(), extent));
  process.stdout.write(`${summary(results, (performance.now() - started) / 1000)}\n`);
  // where all tools can be installed, a test that did not run is a gap
  const failing = results.some(({ failed, skipped }) => failed > 0 || (skipped > 0 && Boolean(process.env["CI"])));
  process.exitCode = failing ? 1 : 0;
}
