import type { Template } from "@groundplan/testing";

/** A policy document, as AWS evaluates it. */
export type Policy = Readonly<Record<string, unknown>>;

/** The policy at an address of a template: what Terraform would write, read as AWS would read it. */
export function policyAt(template: Template, address: string, attribute = "policy"): Policy {
  const text = template.at(address)?.[attribute];
  if (typeof text !== "string") throw new Error(`"${address}" has no "${attribute}"`);
  return JSON.parse(resolved(template, text));
}

// Terraform writes ${…} for $${…}, and the ARN for a reference to an identity provider or a bucket.
function resolved(template: Template, text: string): string {
  const providers = text.replaceAll(/(?<!\$)\$\{aws_iam_openid_connect_provider\.(\w+)\.arn\}/g, (_, name: string) => {
    const { url } = template.resource("aws_iam_openid_connect_provider", name);
    return `arn:aws:iam::444444444444:oidc-provider/${String(url).replace("https://", "")}`;
  });
  const known = providers.replaceAll(/(?<!\$)\$\{aws_s3_bucket\.(\w+)\.arn\}/g, (_, name: string) => {
    return `arn:aws:s3:::${String(template.resource("aws_s3_bucket", name)["bucket"])}`;
  });
  const left = known.match(/(?<!\$)\$\{[^}]*\}/);
  if (left !== null) throw new Error(`${left[0]} is not known at synth`);
  return known.replaceAll("$${", "${");
}

/** Policies of AWS's own that grant what the tests ask about. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html */
export const administratorAccess: Policy = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};
