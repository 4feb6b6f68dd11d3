import type { PolicyStatement } from "@groundplan/core";
import type { ResourceBody } from "./stack-json.js";

/** A statement, and where it stands. */
export interface IamStatement {
  readonly address: string;
  /** The argument that holds the policy: `policy`, `assume_role_policy`, `inline_policy[0].policy`, `statement[1]`. */
  readonly attribute: string;
  readonly statement: Statement;
}

/** A statement as it is found: lists and single values as its author wrote them. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: PolicyStatement["Principal"];
  readonly NotPrincipal?: PolicyStatement["Principal"];
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: PolicyStatement["Condition"];
}

/** The statements that stand in a block, at any depth. */
export function iamStatementsOf(address: string, body: ResourceBody): IamStatement[] {
  if (address.startsWith("data.aws_iam_policy_document.")) return ofPolicyDocument(address, body);
  return strings(body).flatMap(({ attribute, text }) =>
    statementsIn(text, `${address}: "${attribute}"`).map((statement) => ({ address, attribute, statement })),
  );
}

function statementsIn(text: string, place: string): Statement[] {
  if (text.includes("${jsonencode(") && /\bStatement\b/.test(text))
    throw new Error(`${place} is made by Terraform's jsonencode and cannot be read at synth; give it as JSON.stringify({…})`);
  if (!text.trimStart().startsWith("{") || !text.includes('"Statement"')) return [];
  const { Statement: found } = JSON.parse(text) as { Statement?: Statement | Statement[] };
  return found === undefined ? [] : [found].flat();
}

function strings(value: unknown, attribute = ""): { attribute: string; text: string }[] {
  if (typeof value === "string") return [{ attribute, text: value }];
  if (Array.isArray(value)) return value.flatMap((one, index) => strings(one, `${attribute}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => strings(inner, attribute === "" ? key : `${attribute}.${key}`));
}

interface DocumentStatement {
  readonly sid?: string;
  readonly effect?: "Allow" | "Deny";
  readonly actions?: readonly string[];
  readonly not_actions?: readonly string[];
  readonly resources?: readonly string[];
  readonly not_resources?: readonly string[];
  readonly principals?: readonly Principals[];
  readonly not_principals?: readonly Principals[];
  readonly condition?: readonly { readonly test: string; readonly variable: string; readonly values: readonly string[] }[];
}

interface Principals {
  readonly type: string;
  readonly identifiers: readonly string[];
}

// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/iam_policy_document
function ofPolicyDocument(address: string, body: ResourceBody): IamStatement[] {
  const statements = [(body["statement"] ?? []) as DocumentStatement | DocumentStatement[]].flat();
  return statements.map((statement, index) => ({ address, attribute: `statement[${index}]`, statement: asAwsWritesIt(statement) }));
}

function asAwsWritesIt(statement: DocumentStatement): Statement {
  const given: Record<string, unknown> = {
    Sid: statement.sid,
    Effect: statement.effect ?? "Allow",
    Principal: principals(statement.principals),
    NotPrincipal: principals(statement.not_principals),
    Action: statement.actions,
    NotAction: statement.not_actions,
    Resource: statement.resources,
    NotResource: statement.not_resources,
    Condition: conditions(statement.condition),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as unknown as Statement;
}

function principals(given: readonly Principals[] | undefined): Statement["Principal"] {
  if (given === undefined) return undefined;
  if (given.some(({ type }) => type === "*")) return "*";
  return Object.fromEntries(
    given.map(({ type }) => [type, given.filter((one) => one.type === type).flatMap(({ identifiers }) => identifiers)]),
  );
}

function conditions(given: DocumentStatement["condition"]): Statement["Condition"] {
  if (given === undefined) return undefined;
  const tests: Record<string, Record<string, readonly string[]>> = {};
  for (const { test, variable, values } of given) tests[test] = { ...tests[test], [variable]: values };
  return tests;
}
