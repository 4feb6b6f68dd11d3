import type { TemplateMatchers } from "@groundplan/testing";

declare global {
  namespace jest {
    interface Matchers<R> extends TemplateMatchers<R> {}
  }
}
