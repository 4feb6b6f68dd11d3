import { readFileSync } from "node:fs";
import { join } from "node:path";
import { placeholderImage } from "@groundplan/fargate-task/config";
import { DockerfileParser, type From, type Instruction } from "dockerfile-ast";
import { describe, expect, it } from "vitest";

const app = join(process.cwd(), "examples", "app");
const dockerfile = DockerfileParser.parse(readFileSync(join(app, "Dockerfile"), "utf8"));
const stages = dockerfile.getFROMs().map((from) => from.getBuildStage());
const bases = (froms: readonly From[]) => froms.map((from) => from.getImage() ?? "").filter((image) => !stages.includes(image));

/** Instructions of the stage that becomes the image. */
function last(keyword: string): Instruction[] {
  const start = dockerfile.getFROMs().at(-1)?.getRange().start.line ?? 0;
  return dockerfile.getInstructions().filter((one) => one.getKeyword() === keyword && one.getRange().start.line > start);
}

describe("the example application's image", () => {
  it("is made from one version, exactly said", () => {
    const names = bases(dockerfile.getFROMs());
    expect(names).toHaveLength(1);
    expect(names[0]).toMatch(/^[a-z0-9./-]+:\d+\.\d+\.\d+-alpine\d+\.\d+$/);
  });

  it("is made from what a service runs before its first deployment, so that one base is kept up to date", () => {
    expect(bases(dockerfile.getFROMs())).toEqual([placeholderImage]);
  });

  it("runs as somebody who is not root, by number, on a port that needs no root", () => {
    expect(last("USER").map((user) => user.getArgumentsContent())).toEqual(["1000:1000"]);
    expect(last("EXPOSE").map((port) => Number(port.getArgumentsContent()) >= 1024)).toEqual([true]);
  });

  it("gets SIGTERM itself: no shell stands before the program", () => {
    const command = last("CMD").map((one) => JSON.parse(one.getArgumentsContent() ?? ""));
    expect(command).toEqual([["node", "src/main.js"]]);
    expect(last("ENTRYPOINT")).toEqual([]);
  });

  it("says when it is healthy, without a shell", () => {
    expect(last("HEALTHCHECK").map((one) => one.getTextContent())).toEqual([
      expect.stringMatching(/ CMD \["node", "src\/health-check\.js"\]$/),
    ]);
  });

  it("holds nothing that its tests have not seen, and nothing but the program", () => {
    const copies = last("COPY").map((copy) => copy.getTextContent());
    expect(copies).toEqual(["COPY --from=tested /app/package.json ./", "COPY --from=tested /app/src ./src"]);
    expect(
      readFileSync(join(app, ".dockerignore"), "utf8")
        .split("\n")
        .filter((line) => /^[^#]/.test(line))[0],
    ).toBe("*");
  });
});
