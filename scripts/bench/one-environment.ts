import { loadEstate } from "../../environments/load.js";
import { synthesizeEstate } from "../../stacks/estate.js";
import { alone } from "./alone.js";

// a process of its own for the bench: node scripts/run.mjs scripts/bench/one-environment.ts <environment> <outdir>
const [, , name = "", outdir = ""] = process.argv;
const estate = loadEstate("environments");
const environment = alone(estate, name);
const { account } = environment;
synthesizeEstate({ ...estate, accounts: { [account.name]: account }, environments: { [name]: environment } }, outdir);
