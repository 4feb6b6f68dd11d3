import { describe, expect, it } from "vitest";
import { askedImage, ecrImage, refuseMutable } from "../../deploy/image.js";
import { deployed } from "./deployed.js";

const digest = `sha256:${"a".repeat(64)}`;
const url = deployed.repositoryUrl ?? "";

describe("the image that a deployment is asked for", () => {
  it("is of the service's repository by tag or digest, of any by its full name, or the one that runs", () => {
    expect(askedImage({ tag: "v2" }, deployed)).toEqual({ image: `${url}:v2` });
    expect(askedImage({ digest }, deployed)).toEqual({ image: `${url}@${digest}` });
    expect(askedImage({ image: "public.ecr.aws/nginx/nginx:1.27" }, deployed)).toEqual({ image: "public.ecr.aws/nginx/nginx:1.27" });
    expect(askedImage({ refresh: true }, deployed)).toBe("running");
  });

  it("is named once, and not at all is not enough", () => {
    expect(() => askedImage({}, deployed)).toThrow('which image of "dev-api" to deploy is not said; give one of --tag');
    expect(() => askedImage({ tag: "v2", refresh: true }, deployed)).toThrow("is said twice");
  });

  it("needs its full name where the service has no repository", () => {
    expect(() => askedImage({ tag: "v2" }, { ...deployed, repositoryUrl: null })).toThrow("give --image <reference>");
  });
});

describe("an image whose name means another one tomorrow", () => {
  it.each(["shop/api", "shop/api:latest", "localhost:5000/shop/api"])("%s is refused in production, and taken elsewhere", (image) => {
    expect(() => refuseMutable(image, true)).toThrow(`"${image}" is whatever was pushed last, and this is production`);
    expect(() => refuseMutable(image, false)).not.toThrow();
  });

  it.each(["shop/api:v2", `shop/api@${digest}`, `shop/api:latest@${digest}`])("%s is taken in production", (image) => {
    expect(() => refuseMutable(image, true)).not.toThrow();
  });
});

describe("an image's name", () => {
  it("is asked of ECR where ECR holds it, by digest if it has one", () => {
    const place = { registryId: "222222222222", region: "eu-west-1", repositoryName: "shop/api" };
    expect(ecrImage(`${url}:v2`)).toEqual({ ...place, id: { imageTag: "v2" } });
    expect(ecrImage(`${url}:v2@${digest}`)).toEqual({ ...place, id: { imageDigest: digest } });
    expect(ecrImage(url)).toEqual({ ...place, id: { imageTag: "latest" } });
    expect(ecrImage("public.ecr.aws/nginx/nginx:1.27")).toBeUndefined();
  });
});
