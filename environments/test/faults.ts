import { z } from "zod";

/** One thing that is wrong with data that is otherwise as its schema wants it. */
export interface Fault {
  readonly kind: "missing" | "wrong" | "unknown";
  readonly path: readonly (string | number)[];
  /** Whole data, with the fault in it. */
  readonly data: unknown;
  /** Where a union stands above the fault, which may be told of there. */
  readonly union: readonly (string | number)[] | undefined;
}

/** Values that hardly any leaf takes: of wrong types, out of range, of wrong letters. */
const probes = [true, -7.5, -1, 1e9, "", "!!", [], ["!!"], {}];

/** Values that some leaf takes. */
const samples = [
  "a",
  "eu-west-1",
  "10.0.0.0/16",
  "a.example.com",
  "111111111111",
  "x/y.tfstate",
  "2001:db8::/32",
  "long enough",
  1,
  60,
  100,
];
const ids = ["vpc", "subnet", "tgw", "ipam-pool", "eipalloc", "pl", "pcx", "eni", "vpce", "vgw"].map((kind) => `${kind}-0a`);
const arns = [
  "sqs:eu-west-1:111111111111:a",
  "lambda:eu-west-1:111111111111:function:a",
  "sns:eu-west-1:111111111111:a",
  "dynamodb:eu-west-1:111111111111:table/a",
  "kms:eu-west-1:111111111111:key/00000000-0000-0000-0000-000000000000",
  "ssm:eu-west-1:111111111111:parameter/a",
  "secretsmanager:eu-west-1:111111111111:secret:a-AbCdEf",
  "firehose:eu-west-1:111111111111:deliverystream/a",
  "logs:eu-west-1:111111111111:log-group:a",
  "iam::111111111111:role/a",
  "s3:::a",
  "servicediscovery:eu-west-1:111111111111:namespace/a",
  "securityhub:eu-west-1:111111111111:finding-aggregator/a",
  "ce::111111111111:anomalymonitor/a",
].map((rest) => `arn:aws:${rest}`);
const chat = ["T07EA123LEP", "C07EZ1ABC23", "5d7a9f4e-0d1c-4c57-8e1c-3a9b6f1e2d3c", "19:a@thread.tacv2"];
const endpoints = ["https://a.example.com", "a@example.com"];
const services = ["fs-0123456789abcdef0", "fsap-0123456789abcdef0", "/a", "rate(1 day)", `sha256:${"0".repeat(64)}`, "0.25 vCPU", "0.5 GB"];
const accounts = ["x".repeat(1000), "https://a.example.com", "ENCRYPTED_VOLUMES", "+353 1 234 5678", "0".repeat(32)];
const formats = [
  ...samples,
  ...accounts,
  ...ids,
  ...arns,
  ...chat,
  ...endpoints,
  ...services,
  "github.com/example/shop",
  "arn:aws:s3:::logs",
  "t4g.nano",
  "2030-01-31T07:00:00Z",
  "db.t4g.medium",
  "cron(0 20 ? * MON-FRI *)",
  "01:00-02:00",
  "DE",
  "api.example.com",
  "/a/*",
];

/** The faults that each node of a schema can have: one missing, one of each kind of wrong value, one unknown. */
export function faultsOf(schema: z.ZodType): Fault[] {
  return nodeFaults(schema, { path: [], union: undefined, whole: (value) => value, seen: new Set() });
}

interface Spot {
  readonly path: readonly (string | number)[];
  readonly union: readonly (string | number)[] | undefined;
  /** Whole data, with a value at this spot. */
  readonly whole: (value: unknown) => unknown;
  /** Nodes that were met already: what several fields share is tried at the first of them. */
  readonly seen: Set<z.ZodType>;
}

function nodeFaults(node: z.ZodType, spot: Spot): Fault[] {
  const inner = unwrapped(node);
  if (spot.seen.has(inner)) return [];
  spot.seen.add(inner);
  const wrong = wrongValues(inner).map((value) => ({
    kind: "wrong" as const,
    path: spot.path,
    data: spot.whole(value),
    union: spot.union,
  }));
  return [...(spot.path.length === 0 ? [] : wrong), ...innerFaults(inner, spot)];
}

function innerFaults(node: z.ZodType, spot: Spot): Fault[] {
  if (node instanceof z.ZodObject) return objectFaults(node, spot);
  if (node instanceof z.ZodRecord)
    return nodeFaults(
      node.valueType as z.ZodType,
      under(spot, nameFor(node), (value, name) => ({ [name]: value })),
    );
  if (node instanceof z.ZodArray)
    return nodeFaults(
      node.element as z.ZodType,
      under(spot, 0, (value) => [value]),
    );
  if (node instanceof z.ZodUnion)
    return node.options.flatMap((option) => innerFaults(unwrapped(option as z.ZodType), { ...spot, union: spot.union ?? spot.path }));
  return [];
}

function objectFaults(node: z.ZodObject, spot: Spot): Fault[] {
  const sample = sampleOf(node) as Record<string, unknown>;
  const fields = Object.entries(node.shape) as [string, z.ZodType][];
  const missing = Object.keys(sample).map((key) => {
    const { [key]: _, ...rest } = sample;
    return { kind: "missing" as const, path: [...spot.path, key], data: spot.whole(rest), union: spot.union };
  });
  const misspelt = `${fields[0]?.[0] ?? ""}x`;
  return [
    ...missing,
    { kind: "unknown", path: [...spot.path, misspelt], data: spot.whole({ ...sample, [misspelt]: 1 }), union: spot.union },
    ...fields.flatMap(([key, field]) =>
      nodeFaults(
        field,
        under(spot, key, (value) => ({ ...sample, [key]: value })),
      ),
    ),
  ];
}

function under<K extends string | number>(spot: Spot, key: K, wrap: (value: unknown, key: K) => unknown): Spot {
  return { ...spot, path: [...spot.path, key], whole: (value) => spot.whole(wrap(value, key)) };
}

/** Probes that a node refuses, one for each reason that it has. */
function wrongValues(node: z.ZodType): unknown[] {
  const byReason = new Map<string, unknown>();
  for (const probe of probes) {
    const issue = node.safeParse(probe).error?.issues.find(({ path }) => path.length === 0);
    if (issue !== undefined && issue.code !== "unrecognized_keys") byReason.set(issue.code, probe);
  }
  return [...byReason.values()];
}

/** The least that a node takes. */
function sampleOf(node: z.ZodType): unknown {
  if (node instanceof z.ZodObject) {
    const required = (Object.entries(node.shape) as [string, z.ZodType][]).filter(([, field]) => !field.safeParse(undefined).success);
    return Object.fromEntries(required.map(([key, field]) => [key, sampleOf(unwrapped(field))]));
  }
  if (node instanceof z.ZodArray) return node.safeParse([]).success ? [] : [sampleOf(unwrapped(node.element as z.ZodType))];
  if (node instanceof z.ZodRecord)
    return node.safeParse({}).success ? {} : { [nameFor(node)]: sampleOf(unwrapped(node.valueType as z.ZodType)) };
  if (node instanceof z.ZodUnion) return sampleOf(unwrapped(node.options[0] as z.ZodType));
  if (node instanceof z.ZodBoolean) return false;
  if (node instanceof z.ZodEnum) return node.options[0];
  if (node instanceof z.ZodLiteral) return [...node.values][0];
  const least = node instanceof z.ZodNumber ? [node.minValue] : [];
  const sample = [...formats, ...least].find((one) => node.safeParse(one).success);
  if (sample === undefined) throw new Error(`no sample fits a leaf of the schema (${node.description}); add one to the list`);
  return sample;
}

function nameFor(node: z.ZodRecord): string {
  const { keyType } = node;
  const listed = keyType instanceof z.ZodEnum ? keyType.options.map(String) : [];
  const name = [...listed, "a", "A", "/a", "!", "img-src", "camera", "x-a", "eu-west-1"].find(
    (one) => (node.keyType as unknown as z.ZodType).safeParse(one).success,
  );
  if (name === undefined) throw new Error(`no name fits an entry (${node.description}); add one to the list`);
  return name;
}

function unwrapped(node: z.ZodType): z.ZodType {
  if (node instanceof z.ZodOptional || node instanceof z.ZodDefault || node instanceof z.ZodPrefault)
    return unwrapped(node.unwrap() as z.ZodType);
  return node;
}
