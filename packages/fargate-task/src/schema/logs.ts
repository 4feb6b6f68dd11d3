import { arn, logRetentionDays, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { image } from "./fields.js";
import { secretSource } from "./secret.js";

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html */
const firelens = z.strictObject({
  options: structural(z.record(z.string().min(1), z.string()), "they are written out one by one").describe(
    "The output's options, `Name` among them: `{ Name: firehose, region: eu-west-1, delivery_stream: shop-logs }`.",
  ),
  secretOptions: structural(z.record(z.string().min(1), secretSource()), "a statement is made for each entry")
    .default({})
    .describe("Options that are secrets, such as a vendor's API key."),
  deliveryStreamArns: structural(z.array(arn("firehose")), "the task role is granted each")
    .default([])
    .describe("Firehose streams that it writes to."),
  logGroupArns: structural(z.array(arn("logs")), "the task role is granted each")
    .default([])
    .describe("CloudWatch log groups that it writes to."),
  image: image()
    .default("public.ecr.aws/aws-observability/aws-for-fluent-bit:3.4.17")
    .describe("The router: AWS for Fluent Bit, at a version."),
});

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html */
export const logs = () =>
  structural(
    z.strictObject({
      retentionDays: logRetentionDays().default(365).describe("Days that CloudWatch keeps a line."),
      whenFull: z
        .enum(["drop", "wait"])
        .default("drop")
        .describe("What happens where CloudWatch is slower than the container writes: lines are dropped, or the container waits."),
      bufferMib: z
        .int()
        .min(1)
        .max(1024)
        .default(25)
        .describe("Lines that wait for CloudWatch before any is dropped, in MiB of the task's memory."),
      multilinePattern: z
        .string()
        .min(1)
        .optional()
        .describe("Regular expression that begins an event; other lines belong to the one before. Default: each line is an event."),
      firelens: structural(firelens, "it decides which containers there are")
        .optional()
        .describe("Send the containers' lines elsewhere, by a FireLens router; its own lines stay in the log group."),
    }),
    "it decides which resources there are",
  )
    .prefault({})
    .describe("Where the containers' output goes: a CloudWatch log group of the task's own, encrypted.");
