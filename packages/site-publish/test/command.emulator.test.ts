import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flagsOf, publisher } from "./publisher.js";
import { SiteWorld } from "./site-world.js";
import { WrittenSite } from "./written-site.js";

const parameterName = "/shop/dev/site/docs";

describe("the command", () => {
  let world: SiteWorld;
  const written = new WrittenSite({ "index.html": "1", "app.js": "1", ".DS_Store": "" });
  beforeAll(async () => {
    world = await SiteWorld.start("command");
    const ssm = await world.clients.ssm();
    await ssm.putParameter({ Name: parameterName, Type: "String", Value: JSON.stringify(await world.site("command")) });
  });
  afterAll(async () => {
    written.remove();
    await world.stop();
  });
  const command = (...args: string[]) => publisher(world, [...args, "--parameter", parameterName]);

  it("says in a dry run what it would do, and exits 2", async () => {
    expect(await command("publish", written.folder, "--dry-run")).toMatchObject({
      exitCode: 2,
      stdout: [
        "left out, being hidden: .DS_Store",
        "would upload (2):",
        "  app.js",
        "  index.html",
        "nothing was written; https://shop.example.com would get 2 files (2 B), 0 unchanged, 0 deleted, 0 paths invalidated",
      ].join("\n"),
    });
  });

  it("publishes by the site's parameter, told line by line where there is no terminal", async () => {
    const { exitCode, stdout, stderr } = await command("publish", written.folder);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(
        /published https:\/\/shop.example.com: version [\dTZ]+-\w{8}: 2 files \(2 B\), 0 unchanged, 0 deleted, 0 paths invalidated$/,
      ),
    });
    expect(stderr).toContain("reading 2 ...\nuploading 2 ...");
  });

  it("prints JSON alone for programs", async () => {
    const { stdout } = await command("publish", written.folder, "--json");
    expect(JSON.parse(stdout)).toMatchObject({ uploaded: [], unchanged: 2, isNew: false, leftOut: [".DS_Store"] });
  });

  it("rolls back, and lists versions", async () => {
    written.write({ "index.html": "2" });
    await command("publish", written.folder);
    const { exitCode, stdout } = await command("rollback");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^https:\/\/shop.example.com shows version \S+ again, as version \S+: 1 files brought back, 1 unchanged, 0 deleted, 2 paths invalidated$/,
    );
    expect((await command("versions")).stdout).toMatch(
      /^\* \S+ {2}\S+Z {2}2 files, 2 B, brought back \S+\n {2}\S+ {2}\S+Z {2}2 files, 2 B\n {2}\S+/,
    );
  });

  it.each([
    [["publish", "/nowhere", "--parameter", parameterName], 'there is no folder "/nowhere"; build the site first'],
    [
      ["publish", "/", "--parameter", "/shop/dev/site/blog"],
      'there is no SSM parameter "/shop/dev/site/blog" in this account and region; apply',
    ],
    [["versions"], 'no site is given; give "--parameter /project/environment/site/name", or "--bucket" and "--distribution"'],
    [["versions", "--bucket", "no-such-bucket-of-ours", "--distribution", "E1"], "answered 404, NoSuchBucket"],
    [["publish", "dist", "--concurrency", "0"], "give a whole number from 1 to 256."],
    [
      ["password", "eva", "--remove", "--password-stdin", "--parameter", parameterName],
      '"--remove" needs no password; take "--password-stdin" out',
    ],
  ])("fails in one line: %s", async (args, line) => {
    const { exitCode, stdout, stderr } = await publisher(world, args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr.split("\n").at(-1)).toContain(line);
  });

  it("works for a site that no module of ours made", async () => {
    const site = await world.site("pieces");
    const { exitCode } = await publisher(world, ["publish", written.folder, ...flagsOf(site), "--wait"]);
    expect(exitCode).toBe(0);
    expect(await world.keys(site)).toEqual(["app.js", "index.html"]);
  });
});
