import type { Control, Evidence } from "./control.js";

/** The controls as Markdown: which of them each resource meets. */
export function controlsTable(controls: readonly Control[]): string {
  const rows = controls.map(({ id, title, level, met, by, prop, why }) => {
    const profile = level === undefined ? "" : ` (level ${level})`;
    const notes = [resources(by), why].filter((note) => note !== undefined && note !== "").join("; ");
    return `| ${id} | ${escaped(title)}${profile} | ${how(met, prop)} | ${notes} |`;
  });
  return ["| control | what it asks | met | by |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function how(met: Control["met"], prop: string | undefined): string {
  if (met === "notByCode") return "not by code";
  return met === "default" ? "by default" : `by \`${prop}\``;
}

/** Each resource once, and who makes it. */
function resources(by: readonly Evidence[]): string {
  const makers = new Map<string, Set<string>>();
  for (const { maker, resourceType, suffix } of by) {
    const name = [resourceType, suffix].filter((part) => part !== "").join(".");
    makers.set(name, (makers.get(name) ?? new Set()).add(maker));
  }
  return [...makers].map(([name, of]) => `\`${name}\`${ofOthers([...of])}`).join(", ");
}

function ofOthers(makers: readonly string[]): string {
  const others = makers.filter((maker) => !maker.endsWith("Baseline"));
  if (others.length === 0) return "";
  return others.length === makers.length ? ` of ${others.join(", ")}` : ` here and of ${others.join(", ")}`;
}

function escaped(text: string): string {
  return text.replaceAll("*", "\\*");
}
