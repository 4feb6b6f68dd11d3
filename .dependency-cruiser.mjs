/** Packages that several modules stand on; every other one with a `./config` of its own is a module. */
const parts = "kms-key|log-bucket|security-group|alarms|dns|load-balancer|web-acl|fargate-task|site-edge";
/** Packages that are neither parts nor modules. */
const others = "core|emulator|testing|site-publish";

const own = "^(packages|environments|stacks|scripts)/";
const tests = "/test/|[.]config[.]ts$";
const modulesAndParts = `^packages/(?!(${others})/)[^/]+/src/`;

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "two files that need each other are one noun, or lack a third",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-barrel",
      comment: "the barrel loads 477 MB in 1.5 s; import the resource's own file, such as @cdktf/provider-aws/lib/vpc/index.js",
      severity: "error",
      from: { path: own },
      to: { path: "node_modules/@cdktf/provider-aws/lib/index\\." },
    },
    {
      name: "core-stands-alone",
      comment: "scripts → stacks → modules → parts → core; core is beneath all",
      severity: "error",
      from: { path: "^packages/core/src/" },
      to: { path: own, pathNot: "^packages/core/src/" },
    },
    {
      name: "schema-without-cdktf",
      comment: "what the environments load must cost next to nothing: @groundplan/core/schema knows zod, and no construct",
      severity: "error",
      from: { path: "^packages/core/src/schema/" },
      to: { pathNot: ["^packages/core/src/schema/", "node_modules/(zod|fastest-levenshtein)/", "^node:"] },
    },
    {
      name: "parts-stand-on-parts-and-core",
      comment: "what a part needs of a module belongs into a part beneath both, or into core",
      severity: "error",
      from: { path: `^packages/(${parts})/src/` },
      to: { path: own, pathNot: [`^packages/(${parts})/src/`, "^packages/core/src/"] },
    },
    {
      name: "publisher-without-cdktf",
      comment: "who only publishes a site installs no cdktf: site-publish → site-edge, and its own files",
      severity: "error",
      from: { path: "^packages/site-publish/src/" },
      to: { path: own, pathNot: ["^packages/site-publish/src/", "^packages/site-edge/src/"] },
    },
    {
      name: "modules-never-import-each-other",
      comment: "what two modules need is a part beneath both, or in core; a module asks for the other's contract",
      severity: "error",
      from: { path: "^packages/([^/]+)/src/", pathNot: `^packages/(${parts}|${others})/` },
      to: { path: own, pathNot: ["^packages/$1/src/", `^packages/(${parts}|core)/src/`] },
    },
    {
      name: "config-is-plain-data",
      comment: "a module's config.ts is loaded by the environments: zod and @groundplan/core/schema, and pure files beside it",
      severity: "error",
      from: { path: `${modulesAndParts}config\\.ts$` },
      to: { reachable: true, path: "node_modules/(cdktf|constructs|@cdktf/provider-aws)/" },
    },
    {
      name: "config-imports-little",
      comment: "a module's config.ts imports zod, @groundplan/core/schema, the parts' own ./config, and pure files beside it",
      severity: "error",
      from: { path: "^packages/([^/]+)/src/config\\.ts$", pathNot: `^packages/(${others})/` },
      to: {
        pathNot: ["node_modules/zod/", "^packages/core/src/schema/", `^packages/(${parts})/src/config\\.ts$`, "^packages/$1/src/.+\\.ts$"],
      },
    },
    {
      name: "environments-read-schemas",
      comment: "environments → @groundplan/core/schema and the modules' ./config; they make no construct",
      severity: "error",
      from: { path: "^environments/", pathNot: tests },
      to: { path: own, pathNot: ["^environments/", "^packages/core/src/schema/", `${modulesAndParts}config\\.ts$`] },
    },
    {
      name: "stacks-wire",
      comment: "stacks → modules → parts → core, and environments; never scripts",
      severity: "error",
      from: { path: "^stacks/", pathNot: tests },
      to: { path: own, pathNot: ["^stacks/", "^environments/", modulesAndParts, "^packages/core/src/"] },
    },
    {
      name: "nobody-imports-scripts",
      comment: "the command line is on top",
      severity: "error",
      from: { path: own, pathNot: ["^scripts/"] },
      to: { path: "^scripts/" },
    },
    {
      name: "emulator-for-scripts-and-testing",
      comment: "the emulator is no part of what is deployed: scripts and testing alone import it",
      severity: "error",
      from: { path: own, pathNot: ["^scripts/", "^packages/(emulator|testing)/", tests] },
      to: { path: "^packages/emulator/" },
    },
    {
      name: "emulator-stands-alone",
      comment: "anyone's Terraform can be tested against the emulator; it knows nothing of us",
      severity: "error",
      from: { path: "^packages/emulator/src/" },
      to: { path: own, pathNot: "^packages/emulator/" },
    },
    {
      name: "testing-for-tests",
      comment: "only tests import @groundplan/testing",
      severity: "error",
      from: { path: own, pathNot: [tests, "^packages/testing/"] },
      to: { path: "^packages/testing/" },
    },
    {
      name: "testing-stands-on-core-and-emulator",
      comment: "users test with it what has nothing to do with our modules",
      severity: "error",
      from: { path: "^packages/testing/src/" },
      to: { path: own, pathNot: "^packages/(testing|core|emulator)/src/" },
    },
    {
      name: "simulator-for-tests",
      comment: "the simulator of IAM is AGPL: tests alone run it, and nothing of it is shipped",
      severity: "error",
      from: { path: own, pathNot: tests },
      to: { path: "node_modules/@cloud-copilot/" },
    },
    {
      name: "sources-import-no-tests",
      comment: "what tests share lies beside them",
      severity: "error",
      from: { path: own, pathNot: tests },
      to: { path: "/test/" },
    },
    {
      name: "resolvable",
      comment: "an import that leads nowhere",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "/dist/"] },
    exclude: { path: ["^packages/[^/]+/dist/", "/python/", "/fixtures/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".mjs", ".js", ".json"],
      mainFields: ["main", "types"],
    },
  },
};
