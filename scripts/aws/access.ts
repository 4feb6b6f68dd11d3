/** How an AWS client of our own gets in: by the environment that Terraform is given too. */
export interface AwsAccess {
  readonly region: string;
  /** the emulator's variables; empty for AWS itself, where credentials are ambient */
  readonly environment: Readonly<Record<string, string>>;
}

interface ClientConfig {
  readonly region: string;
  readonly maxAttempts: number;
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
}

export function clientConfig({ region, environment }: AwsAccess): ClientConfig {
  const { AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = environment;
  const base = { region, maxAttempts: 3 };
  if (endpoint === undefined || id === undefined || secret === undefined) return base;
  return { ...base, endpoint, credentials: { accessKeyId: id, secretAccessKey: secret, ...(token ? { sessionToken: token } : {}) } };
}
