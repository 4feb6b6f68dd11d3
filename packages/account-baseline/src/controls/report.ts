import type { Control } from "./control.js";

/** How many controls are met, and how. */
export interface ControlsReport {
  readonly byDefault: number;
  readonly byProp: number;
  readonly notByCode: number;
  readonly total: number;
  /** One line, for people. */
  readonly text: string;
}

/**
 * The numbers of a benchmark's controls: met by default, by a property, not by code.
 *
 * @example controlsReport(controls, "CIS 5.0").text // CIS 5.0: 42 of 63 controls by default, 5 by a property, 16 not by code
 */
export function controlsReport(controls: readonly Control[], benchmark: "CIS 5.0" | "FSBP"): ControlsReport {
  const of = controls.filter(({ id }) => id.startsWith(`${benchmark} `));
  const count = (met: Control["met"]): number => of.filter((control) => control.met === met).length;
  const numbers = { byDefault: count("default"), byProp: count("prop"), notByCode: count("notByCode"), total: of.length };
  const { byDefault, byProp, notByCode, total } = numbers;
  return {
    ...numbers,
    text: `${benchmark}: ${byDefault} of ${total} controls by default, ${byProp} by a property, ${notByCode} not by code`,
  };
}
