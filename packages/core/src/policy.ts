/** One statement of an IAM or resource policy, as AWS writes it. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** A statement of all actions, or all resources, but those named. */
export type EverythingButStatement = Omit<PolicyStatement, "Action" | "Resource"> &
  (
    | (Pick<PolicyStatement, "Resource"> & { readonly NotAction: readonly string[] })
    | (Pick<PolicyStatement, "Action"> & { readonly NotResource: readonly string[] })
  );

/** A statement that says which principal may assume a role. */
export type TrustStatement = Omit<PolicyStatement, "Resource">;

/** A policy document of the given statements. */
export function policyDocument(...statements: readonly (PolicyStatement | EverythingButStatement | TrustStatement)[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** The trust policy of a role that an AWS service assumes, held to the account (the confused deputy). */
export function serviceTrust(service: string, condition?: PolicyStatement["Condition"]): string {
  return policyDocument({
    Sid: "ServiceAssumes",
    Effect: "Allow",
    Principal: { Service: service },
    Action: ["sts:AssumeRole"],
    ...(condition === undefined ? {} : { Condition: condition }),
  });
}

/**
 * A bucket policy's statement that refuses every request that comes without TLS.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export function tlsOnly(bucketArn: string): PolicyStatement {
  return {
    Sid: "TlsOnly",
    Effect: "Deny",
    Principal: "*",
    // a denial has to name every action, or it is none
    Action: ["s3:*"],
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}
