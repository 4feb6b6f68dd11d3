import { synthesize, type Template } from "@groundplan/testing";
import { alarmTopic, encryptionKey, network, place } from "../examples/surroundings.js";
import { Database, type DatabaseProps } from "../src/index.js";

const base = {
  ...place,
  name: "shop-prod-main",
  engine: "postgres",
  version: "17",
  network,
  encryptionKey,
  logsKey: encryptionKey,
  alarmTopic,
} satisfies DatabaseProps;

/** What a database of the given props synthesizes to. */
export function databaseTemplate(props: Partial<DatabaseProps> = {}): Template {
  return synthesize((stack) => void new Database(stack, "main", { ...base, ...props }));
}
