import { DataAwsSqsQueue } from "@cdktf/provider-aws/lib/data-aws-sqs-queue/index.js";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue/index.js";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy/index.js";
import { synthesize } from "@groundplan/testing";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { address } from "../src/index.js";

/** A module of one queue, however deep its inner tree, and whatever the ids in it. */
class Queue extends Construct {
  readonly queue: SqsQueue;

  constructor(scope: Construct, id: string, suffix: readonly string[] = [], depth = 0) {
    super(scope, id);
    const inner = Array.from({ length: depth }).reduce<Construct>((parent, _, level) => new Construct(parent, `inner-${level}`), this);
    this.queue = address(new SqsQueue(inner, "queue", {}), this, ...suffix);
  }
}

const addressesOf = (build: Parameters<typeof synthesize>[0], stackId = "test") => synthesize(build, { stackId }).addresses;

describe("address", () => {
  it("is the path of the module's instance, then the suffix", () => {
    expect(addressesOf((stack) => void new Queue(stack, "jobs"))).toEqual(["aws_sqs_queue.jobs"]);
    expect(addressesOf((stack) => void new Queue(stack, "jobs", ["dead", "letter"]))).toEqual(["aws_sqs_queue.jobs_dead_letter"]);
    expect(addressesOf((stack) => void new Queue(new Construct(stack, "platform"), "jobs", ["dead"]))).toEqual([
      "aws_sqs_queue.platform_jobs_dead",
    ]);
  });

  it("does not depend on the stack's id", () => {
    expect(addressesOf((stack) => void new Queue(stack, "jobs"), "prod-eu-west-1")).toEqual(["aws_sqs_queue.jobs"]);
  });

  it("does not depend on the module's inner tree", () => {
    expect(addressesOf((stack) => void new Queue(stack, "jobs", ["a"], 3))).toEqual(["aws_sqs_queue.jobs_a"]);
  });

  it("writes what Terraform has no letter for as _, and all else in lower case", () => {
    expect(addressesOf((stack) => void new Queue(stack, "My-Jobs", ["eu-west-1a", "x.é"]))).toEqual([
      "aws_sqs_queue.my_jobs_eu_west_1a_x_",
    ]);
  });

  it("is what others refer to", () => {
    const template = synthesize((stack) => {
      const { queue } = new Queue(stack, "jobs", ["main"]);
      address(new SqsQueuePolicy(stack, "policy", { queueUrl: queue.url, policy: "{}" }), stack, "jobs");
    });
    expect(template).toHaveResourceAt("aws_sqs_queue_policy.jobs", { queue_url: "${aws_sqs_queue.jobs_main.url}" });
  });

  it("refuses a name that begins with a digit", () => {
    expect(() => synthesize((stack) => void new Queue(stack, "1st"))).toThrow(
      '"1st" is no name for Terraform, which starts with a letter; give "test/1st" another id',
    );
  });

  it("refuses to come too late: others already refer to the old one", () => {
    expect(() =>
      synthesize((stack) => {
        const queue = new SqsQueue(new Construct(stack, "jobs"), "queue", {});
        expect(queue.url).toBeTruthy();
        address(queue, stack, "jobs");
      }),
    ).toThrow('"test/jobs/queue" was read before it was named; call address() right after "new"');
  });
});

describe("two resources of one address", () => {
  it("are refused where both are ours", () => {
    expect(() =>
      synthesize((stack) => {
        new Queue(stack, "a-b");
        new Queue(stack, "a_b");
      }),
    ).toThrow('"test/a_b/queue" and "test/a-b/queue" would both be aws_sqs_queue.a_b; give one of them another id');
  });

  it("are refused where one is the user's own", () => {
    expect(() =>
      synthesize((stack) => {
        new Queue(stack, "jobs");
        new SqsQueue(stack, "own", {}).overrideLogicalId("jobs");
      }),
    ).toThrow("would both be aws_sqs_queue.jobs");
  });

  it("are no twins where their types differ, or one is a data source", () => {
    const { addresses } = synthesize((stack) => {
      const { queue } = new Queue(stack, "jobs");
      address(new SqsQueuePolicy(stack, "policy", { queueUrl: queue.url, policy: "{}" }), stack, "jobs");
      address(new DataAwsSqsQueue(stack, "existing", { name: "jobs" }), stack, "jobs");
    });
    expect(addresses).toEqual(["aws_sqs_queue.jobs", "aws_sqs_queue_policy.jobs", "data.aws_sqs_queue.jobs"]);
  });
});
