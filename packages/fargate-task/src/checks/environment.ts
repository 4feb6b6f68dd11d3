import type { CrossProblem } from "@groundplan/core/schema";
import { isKnownText } from "../schema/known.js";

/** What secrets look like. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes */
const looks: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["an AWS access key", /\b(AKIA|ASIA)[A-Z0-9]{16}\b/],
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ["a password", /\b(password|passwd|pwd)\s*=\s*[^\s;&]+/i],
  ["a URL with a password", /^[a-z][a-z0-9+.-]*:\/\/[^\s:@/]*:[^\s:@/]+@/i],
  ["a token", /\b(gh[pousr]_[A-Za-z0-9]{36}|xox[abprs]-[A-Za-z0-9-]{10,}|sk_live_[A-Za-z0-9]{10,})/],
];

/** What a router's options call a secret. https://docs.fluentbit.io/manual/pipeline/outputs */
const secretOption = /^(api_?key|licen[sc]e_?key|http_passwd|.*password|.*token)$/i;

/** What an option is called gives a secret away. */
export function optionProblems(options: Readonly<Record<string, string>>): CrossProblem[] {
  const named = Object.entries(options).filter(([name, value]) => secretOption.test(name) && isKnownText(value));
  const message =
    'is a secret\'s name, and anybody could read it here; keep it in Secrets Manager and name its ARN in "logs.firelens.secretOptions"';
  return named.map(([name]) => ({ path: ["logs", "firelens", "options", name], value: undefined, message }));
}

/** A variable that is called like a secret, though its value does not look like one. */
export function isCalledSecret(name: string): boolean {
  return /(^|_)(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_KEY)$/i.test(name);
}

interface Variables {
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, unknown>>;
}

/** A value that looks like a secret, and a name that stands in both maps. The value itself is never shown. */
export function environmentProblems({ environment, secrets }: Variables): CrossProblem[] {
  return Object.entries(environment).flatMap(([name, value]) => [...secretInSight(name, value), ...twice(name, secrets)]);
}

function secretInSight(name: string, value: string): CrossProblem[] {
  const look = isKnownText(value) ? looks.find(([, pattern]) => pattern.test(value)) : undefined;
  if (look === undefined) return [];
  const message = `looks like ${look[0]}, which anybody could read here; keep it in Secrets Manager and name its ARN in "secrets"`;
  return [{ path: ["environment", name], value: undefined, message }];
}

// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
function twice(name: string, secrets: Variables["secrets"]): CrossProblem[] {
  if (!Object.hasOwn(secrets, name)) return [];
  return [
    { path: ["secrets", name], value: undefined, message: 'is a name in "environment", too, and ECS refuses that; take one of them out' },
  ];
}
