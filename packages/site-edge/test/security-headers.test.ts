import { headerList, type SiteEdgeProps, securityHeaders } from "@groundplan/site-edge";
import { describe, expect, it } from "vitest";
import { site } from "./site.js";

const list = (headers: SiteEdgeProps["headers"]) => Object.fromEntries(headerList(site({ headers })));

describe("the headers of every answer", () => {
  it("are strict by default", () => {
    expect(headerList(site())).toEqual([
      ["strict-transport-security", "max-age=63072000; includeSubDomains"],
      [
        "content-security-policy",
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; upgrade-insecure-requests",
      ],
      ["x-content-type-options", "nosniff"],
      ["x-frame-options", "DENY"],
      ["referrer-policy", "strict-origin-when-cross-origin"],
      [
        "permissions-policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()",
      ],
    ]);
  });

  it("come in CloudFront's words too", () => {
    expect(securityHeaders(site({ headers: { custom: { "x-robots-tag": "noindex" }, permissionsPolicy: "off" } }))).toEqual({
      hsts: { maxAgeSeconds: 63_072_000, includeSubdomains: true, preload: false },
      contentSecurityPolicy: expect.stringContaining("default-src 'self'"),
      contentTypeOptions: true,
      frameOptions: "DENY",
      referrerPolicy: "strict-origin-when-cross-origin",
      custom: [{ name: "x-robots-tag", value: "noindex" }],
    });
  });

  it("are no more than nosniff and the referrer's where all is off", () => {
    expect(
      headerList(site({ headers: { hsts: "off", contentSecurityPolicy: "off", frameOptions: "off", permissionsPolicy: "off" } })),
    ).toEqual([
      ["x-content-type-options", "nosniff"],
      ["referrer-policy", "strict-origin-when-cross-origin"],
    ]);
  });

  it.each([
    [{ preload: true }, "max-age=63072000; includeSubDomains; preload"],
    [{ maxAgeDays: 1, includeSubdomains: false }, "max-age=86400"],
  ])("have HSTS as given: %o", (hsts, value) => {
    expect(list({ hsts })).toMatchObject({ "strict-transport-security": value });
  });
});

describe("the content security policy", () => {
  const policy = (headers: SiteEdgeProps["headers"]) => String(list(headers)["content-security-policy"]).split("; ");

  it("keeps the strict directives beside one's own", () => {
    expect(policy({ contentSecurityPolicy: { "script-src": ["'self'", "https://cdn.example.com"] } })).toEqual(
      expect.arrayContaining(["default-src 'self'", "script-src 'self' https://cdn.example.com", "object-src 'none'"]),
    );
  });

  it("takes one's own in the place of the strict one of that name", () => {
    expect(policy({ contentSecurityPolicy: { "img-src": ["*"] } }).filter((one) => one.startsWith("img-src"))).toEqual(["img-src *"]);
  });

  it("leaves out what is off", () => {
    expect(policy({ contentSecurityPolicy: { "upgrade-insecure-requests": "off" } })).not.toContain("upgrade-insecure-requests");
  });

  it.each([
    ["SAMEORIGIN", ["frame-ancestors 'self'"]],
    ["DENY", ["frame-ancestors 'none'"]],
    ["off", []],
  ] as const)("follows frame options: %s", (frameOptions, expected) => {
    expect(policy({ frameOptions }).filter((one) => one.startsWith("frame-ancestors"))).toEqual(expected);
  });
});

describe("the permissions policy", () => {
  it.each([
    [["self", "https://maps.example.com"], 'geolocation=(self "https://maps.example.com")'],
    [["*"], "geolocation=*"],
    [[], "geolocation=()"],
  ])("lets %o", (geolocation, expected) => {
    const text = String(list({ permissionsPolicy: { geolocation } })["permissions-policy"]);
    expect(text.split(", ")).toEqual(expect.arrayContaining([expected, "camera=()"]));
  });
});
