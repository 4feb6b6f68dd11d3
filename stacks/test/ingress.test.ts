import { expect, test } from "vitest";
import { ownEstate, synthesized } from "./synthesized.js";

test("the certificate of the shared load balancer has the names that hosts beneath the first level need", () => {
  const { environments, ...estate } = ownEstate();
  const { dev, ...others } = environments;
  if (dev?.ingress === undefined) throw new Error('the estate has no "dev" with an ingress');
  const ingress = { ...dev.ingress, certificateNames: ["*.preview.dev.shop.example.com"] };
  const stacks = synthesized({ ...estate, environments: { ...others, dev: { ...dev, ingress } } });
  expect(stacks.find(({ facts }) => facts.stack === "dev-ingress")?.template).toHaveResource("aws_acm_certificate", {
    domain_name: "dev.shop.example.com",
    subject_alternative_names: ["*.dev.shop.example.com", "*.preview.dev.shop.example.com"],
  });
});
