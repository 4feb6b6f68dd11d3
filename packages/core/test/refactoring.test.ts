import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue/index.js";
import { synthesize } from "@groundplan/testing";
import { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { address, Import, Moved, movedFrom, Removed } from "../src/index.js";

class Queues extends Construct {
  readonly addresses: string[];

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.addresses = ["", "dead"].map((suffix) => {
      const queue = address(new SqsQueue(this, `queue-${suffix}`, {}), this, ...(suffix === "" ? [] : [suffix]));
      return `aws_sqs_queue.${queue.friendlyUniqueId}`;
    });
  }
}

describe("Moved", () => {
  it("is a block of its own, in a chain too", () => {
    const { moved } = synthesize((stack) => {
      new Moved(stack, "first", { from: "aws_sqs_queue.a", to: "aws_sqs_queue.b" });
      new Moved(stack, "second", { from: "aws_sqs_queue.b", to: "aws_sqs_queue.c" });
    });
    expect(moved).toEqual([
      { from: "aws_sqs_queue.a", to: "aws_sqs_queue.b" },
      { from: "aws_sqs_queue.b", to: "aws_sqs_queue.c" },
    ]);
  });

  it.each(["aws_sqs_queue", "queue.", "", "data", "aws sqs.a"])("refuses %j, which is no address", (from) => {
    expect(() => synthesize((stack) => void new Moved(stack, "moved", { from, to: "aws_sqs_queue.b" }))).toThrow(
      `test/moved: "${from}" is no address; give one such as "aws_subnet.network_private_a"`,
    );
  });

  it.each(["aws_sqs_queue.a[0]", 'aws_sqs_queue.a["b"]', "module.old.aws_sqs_queue.a", "module.a.module.b.aws_sqs_queue.C-d"])(
    "takes %s",
    (from) => {
      expect(synthesize((stack) => void new Moved(stack, "moved", { from, to: "aws_sqs_queue.b" })).moved).toHaveLength(1);
    },
  );
});

describe("Removed", () => {
  it("leaves what it takes out of the state standing, unless told otherwise", () => {
    const { json, removed } = synthesize((stack) => {
      new Removed(stack, "kept", { from: "aws_sqs_queue.a" });
      new Removed(stack, "gone", { from: "aws_sqs_queue.b", destroy: true });
    });
    expect(removed).toEqual(["aws_sqs_queue.a", "aws_sqs_queue.b"]);
    expect(json).toMatchObject({ removed: [{ lifecycle: [{ destroy: false }] }, { lifecycle: [{ destroy: true }] }] });
  });
});

describe("Import", () => {
  it("says what is taken in, where, and by which provider", () => {
    const { json } = synthesize((stack) => {
      new AwsProvider(stack, "aws", { region: "eu-west-1" });
      const provider = new AwsProvider(stack, "edge", { region: "us-east-1", alias: "edge" });
      new Import(stack, "a", { to: "aws_sqs_queue.a", id: "https://a" });
      new Import(stack, "b", { to: "aws_sqs_queue.b", id: "https://b", provider });
    });
    expect(json).toMatchObject({
      import: [
        { to: "aws_sqs_queue.a", id: "https://a" },
        { to: "aws_sqs_queue.b", id: "https://b", provider: "aws.edge" },
      ],
    });
  });
});

describe("movedFrom", () => {
  it("moves every address of an instance that was given another id", () => {
    const { moved, addresses } = synthesize((stack) => {
      const queues = new Queues(stack, "jobs");
      movedFrom(queues, "Old-Jobs", queues.addresses);
    });
    expect(addresses).toEqual(["aws_sqs_queue.jobs", "aws_sqs_queue.jobs_dead"]);
    expect(moved).toEqual([
      { from: "aws_sqs_queue.old_jobs", to: "aws_sqs_queue.jobs" },
      { from: "aws_sqs_queue.old_jobs_dead", to: "aws_sqs_queue.jobs_dead" },
    ]);
  });

  it("agrees with address() below a scope of one's own", () => {
    const { moved } = synthesize((stack) => {
      const queues = new Queues(new Construct(stack, "Platform"), "jobs");
      movedFrom(queues, "jobs", queues.addresses);
    });
    expect(moved[1]).toEqual({ from: "aws_sqs_queue.jobs_dead", to: "aws_sqs_queue.platform_jobs_dead" });
  });

  it("agrees with address() where the stack itself stands below a scope", () => {
    const stage = new Construct(new App({ stackTraces: false }), "stage");
    const queues = new Queues(new TerraformStack(stage, "prod"), "jobs");
    expect(queues.addresses).toEqual(["aws_sqs_queue.jobs", "aws_sqs_queue.jobs_dead"]);
    const moves = movedFrom(queues, "old", queues.addresses).map((move) => move.toTerraform());
    expect(moves).toContainEqual({ moved: [{ from: "aws_sqs_queue.old_dead", to: "aws_sqs_queue.jobs_dead" }] });
  });

  it("refuses an address that is not the instance's", () => {
    expect(() =>
      synthesize((stack) => {
        new Queues(stack, "jobs2");
        movedFrom(new Queues(stack, "jobs"), "old", ["aws_sqs_queue.jobs2"]);
      }),
    ).toThrow('"aws_sqs_queue.jobs2" is no address of "test/jobs"; give addresses begun by "jobs"');
  });
});
