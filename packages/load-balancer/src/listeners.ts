import type { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import { LbListener, type LbListenerConfig } from "@cdktf/provider-aws/lib/lb-listener/index.js";
import { LbListenerCertificate } from "@cdktf/provider-aws/lib/lb-listener-certificate/index.js";
import { address, type Certificate } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";

/** What a listener shows to its clients. */
interface Certificates {
  readonly certificate: Certificate;
  readonly otherCertificates: Readonly<Record<string, Certificate>>;
}

/** Sends whoever comes by HTTP to HTTPS: host, path and query stay. */
export function makeRedirect({ module }: Blueprint, loadBalancer: Lb): LbListener {
  return address(
    new LbListener(module, "http", {
      loadBalancerArn: loadBalancer.arn,
      port: 80,
      protocol: "HTTP",
      defaultAction: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
    }),
    module,
    "http",
  );
}

export function makeHttpsListener(blueprint: Blueprint, loadBalancer: Lb, certificates: Certificates): LbListener {
  const listener = httpsListener(blueprint, "https", {
    loadBalancerArn: loadBalancer.arn,
    port: 443,
    certificateArn: certificates.certificate.certificateArn,
    ...blueprint.overrides.httpsListener,
  });
  addCertificates(blueprint, listener, { name: "https", ...certificates });
  return listener;
}

/** Where CodeDeploy shows what it has not released yet. */
export function makeTestListener(blueprint: Blueprint, loadBalancer: Lb, certificates: Certificates): LbListener | undefined {
  const { testListener } = blueprint.config;
  if (testListener === "off") return undefined;
  const listener = httpsListener(blueprint, "test", {
    loadBalancerArn: loadBalancer.arn,
    port: testListener.port,
    certificateArn: certificates.certificate.certificateArn,
    ...blueprint.overrides.testListener,
  });
  addCertificates(blueprint, listener, { name: "test", ...certificates });
  return listener;
}

function httpsListener({ module, config }: Blueprint, name: string, own: Omit<LbListenerConfig, "defaultAction">): LbListener {
  return address(
    new LbListener(module, name, { protocol: "HTTPS", sslPolicy: config.sslPolicy, defaultAction: [nothingHere], ...own }),
    module,
    name,
  );
}

/** What no route takes is nobody's: the answer says nothing of what stands behind. */
const nothingHere = {
  type: "fixed-response",
  fixedResponse: { contentType: "text/plain", messageBody: "Not found", statusCode: "404" },
};

// By names of the user's own: by place in a list, taking one out would move the others, and lose one that is still needed.
function addCertificates(
  { module }: Blueprint,
  listener: LbListener,
  { name, otherCertificates }: Certificates & { readonly name: string },
) {
  for (const [key, { certificateArn }] of Object.entries(otherCertificates)) {
    const certificate = new LbListenerCertificate(module, `${name}-certificate-${key}`, { listenerArn: listener.arn, certificateArn });
    address(certificate, module, name, key);
  }
}
