import { PropsError } from "@groundplan/core";
import { ConfigError, loadEstate } from "../environments/load.js";
import { synthesizeEstate } from "./estate.js";

// the only app: what cdktf-cli runs, and says where to put its stacks
try {
  synthesizeEstate(loadEstate("environments"), process.env["CDKTF_OUTDIR"] ?? "cdktf.out");
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof PropsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
