import type { SiteEdgeProps } from "@groundplan/site-edge";

/** All that makes the function larger, with some thirty redirects. */
export const everything: SiteEdgeProps = {
  domainNames: ["www.example.com", "example.com"],
  basicAuth: true,
  redirects: [
    { from: "/shop/*", to: "https://shop.example.com/*", status: 302 },
    ...Array.from({ length: 30 }, (_, index) => ({ from: `/old/page-${index}`, to: `/new/chapter/page-${index}/` })),
  ],
  cors: { origins: ["https://app.example.com", "https://*.example.org"], headers: ["x-api-key"], credentials: true },
};
