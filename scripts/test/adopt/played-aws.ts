import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { AwsAccess } from "../../aws/access.js";

/** What AWS says: data as JSON or, of IAM and STS, XML; or an error. */
export type Saying = { readonly says: object | string } | { readonly refuses: string; readonly message: string };

/** By `<service>:<operation>`, as the permission is called; a function where the region, the page or the name matters. */
export type Script = Readonly<Record<string, Saying | ((asked: Request) => Saying)>>;

interface Request {
  readonly region: string;
  /** of a page, or a form's fields */
  readonly given: Readonly<Record<string, string>>;
}

/** AWS for what the emulator does not play: pages, refusals, what belongs to others. Whatever is not in its script does not stand. */
export class PlayedAws {
  readonly asked: string[] = [];

  private constructor(
    private readonly server: Server,
    private script: Script,
  ) {}

  static async start(): Promise<PlayedAws> {
    const server = createServer();
    const played = new PlayedAws(server, {});
    server.on("request", async (request, response) => {
      const body = await textOf(request);
      const { status, type, text, error } = played.answer(request, body);
      response.writeHead(status, { "content-type": type, ...(error === undefined ? {} : { "x-amzn-errortype": error }) }).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return played;
  }

  play(script: Script): void {
    this.script = script;
    this.asked.length = 0;
  }

  get access(): AwsAccess {
    const { port } = this.server.address() as AddressInfo;
    const keys = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };
    return { region: "eu-west-1", environment: { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`, ...keys } };
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(request: IncomingMessage, body: string) {
    const [, region = "", service = ""] = /\/\d{8}\/([\w-]+)\/([\w-]+)\/aws4_request/.exec(request.headers.authorization ?? "") ?? [];
    const url = new URL(request.url ?? "/", "http://localhost");
    const form = Object.fromEntries(new URLSearchParams(body));
    const target = String(request.headers["x-amz-target"] ?? "");
    const path = `${request.method} ${url.pathname}`;
    const operation = `${service}:${form["Action"] ?? (target === "" ? (paths[path] ?? path) : target.split(".").at(-1))}`;
    this.asked.push(`${operation} ${region}`);
    const given = { ...Object.fromEntries(url.searchParams), ...(target === "" ? form : JSON.parse(body || "{}")) };
    const known = this.script[operation] ?? nothing[operation] ?? { refuses: "UnknownOperation", message: operation };
    return service === "iam" || service === "sts"
      ? asXml(toSaying(known, { region, given }), operation)
      : asJson(toSaying(known, { region, given }));
  }
}

const toSaying = (known: Script[string], asked: Request): Saying => (typeof known === "function" ? known(asked) : known);

const paths: Readonly<Record<string, string>> = {
  "GET /detector": "ListDetectors",
  "GET /accounts": "DescribeHub",
  "GET /macie": "GetMacieSession",
  "GET /analyzer": "ListAnalyzers",
  "GET /findingAggregator/list": "ListFindingAggregators",
};

const nothing: Script = {
  "cloudtrail:DescribeTrails": { says: { trailList: [] } },
  "config:DescribeConfigurationRecorders": { says: { ConfigurationRecorders: [] } },
  "config:DescribeDeliveryChannels": { says: { DeliveryChannels: [] } },
  "guardduty:ListDetectors": { says: { detectorIds: [] } },
  "securityhub:DescribeHub": { refuses: "InvalidAccessException", message: "Account 444444444444 is not subscribed to AWS Security Hub" },
  "securityhub:ListFindingAggregators": { refuses: "InvalidAccessException", message: "Account 444444444444 is not subscribed" },
  "macie2:GetMacieSession": { refuses: "AccessDeniedException", message: "Macie is not enabled" },
  "access-analyzer:ListAnalyzers": { says: { analyzers: [] } },
  "ce:GetAnomalyMonitors": { says: { AnomalyMonitors: [] } },
  "iam:GetRole": { refuses: "NoSuchEntity", message: "there is no such role" },
  "sts:GetCallerIdentity": { says: "<Account>444444444444</Account>" },
  "iam:GetPolicy": { refuses: "NoSuchEntity", message: "there is no such policy" },
  "iam:ListAccountAliases": { says: "<AccountAliases/><IsTruncated>false</IsTruncated>" },
  "iam:ListUsers": { says: "<Users/><IsTruncated>false</IsTruncated>" },
  "iam:ListGroups": { says: "<Groups/><IsTruncated>false</IsTruncated>" },
  "iam:ListOpenIDConnectProviders": { says: "<OpenIDConnectProviderList/>" },
  "iam:ListSAMLProviders": { says: "<SAMLProviderList/>" },
};

function asJson(saying: Saying) {
  if ("says" in saying) return { status: 200, type: "application/json", text: JSON.stringify(saying.says), error: undefined };
  return {
    status: 403,
    type: "application/json",
    text: JSON.stringify({ message: saying.message, Message: saying.message }),
    error: saying.refuses,
  };
}

function asXml(saying: Saying, operation: string) {
  const name = operation.split(":")[1] ?? "";
  const type = "text/xml";
  if ("says" in saying) {
    const text = `<${name}Response><${name}Result>${String(saying.says)}</${name}Result></${name}Response>`;
    return { status: 200, type, text, error: undefined };
  }
  const text = `<ErrorResponse><Error><Type>Sender</Type><Code>${saying.refuses}</Code><Message>${saying.message}</Message></Error></ErrorResponse>`;
  return { status: saying.refuses === "NoSuchEntity" ? 404 : 403, type, text, error: undefined };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
