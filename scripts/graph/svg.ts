import type { DrawnAccount, DrawnEnvironment, DrawnNode, EstatePicture } from "./estate.js";

/** The picture as SVG, drawn by Graphviz. */
export async function svg(picture: EstatePicture): Promise<string> {
  const { instance } = await import("@viz-js/viz");
  const drawn = (await instance()).renderString(dot(picture), { format: "svg", engine: "dot" });
  return drawn.replaceAll(`font-family="${font}"`, `font-family="${fonts}"`);
}

/** The picture in Graphviz's own words. */
export function dot({ accounts, arrows }: EstatePicture): string {
  return [
    "digraph estate {",
    `  graph [rankdir=LR, fontname="${font}", fontsize=11, nodesep=0.18, ranksep=0.7, pad=0.25, bgcolor=white]`,
    `  graph [label=${quoted(legend)}, labelloc=b, fontcolor="#44515e"]`,
    `  node [shape=box, style="rounded,filled", fillcolor="#ffffff", color="#5b6b7b", fontname="${font}", fontsize=11, fontcolor="#1d2733", height=0.36, margin="0.16,0.06"]`,
    '  edge [color="#5b6b7b", arrowsize=0.7]',
    // from left to right, what comes first is drawn lowest
    ...accounts.toReversed().flatMap(drawAccount),
    ...arrows.map(({ from, to }) => `  ${quoted(from)} -> ${quoted(to)}`),
    "}",
  ].join("\n");
}

// Graphviz knows its widths; DejaVu has the same, and most others are narrower
const font = "Verdana";
const fonts = "Verdana,DejaVu Sans,sans-serif";

const legend = "an arrow leads to a stack that comes after the other; between stacks of an environment it reads the other's contract";

function drawAccount({ name, title, subtitle, stacks, environments }: DrawnAccount): string[] {
  return [
    `  subgraph ${quoted(`cluster_account_${name}`)} {`,
    `    label=${leftLabel(title, subtitle)}; labelloc=t; labeljust=l; style="rounded,filled"; fillcolor="#f3f5f7"; color="#b9c3cd"; fontcolor="#44515e"; margin=14`,
    ...stacks.map((node) => `    ${drawNode(node)}`),
    ...(environments.length === 0 ? stacks.slice(0, 1).flatMap(drawBreadth) : []),
    ...environments.toReversed().flatMap(drawEnvironment),
    "  }",
  ];
}

/** An account without environments is drawn as broad as one with them, so that their edges align. */
function drawBreadth({ stack }: DrawnNode): string[] {
  const unseen = quoted(`${stack} breadth`);
  return [`    ${unseen} [label="network", style=invis]`, `    ${quoted(stack)} -> ${unseen} [style=invis]`];
}

function drawEnvironment({ name, title, production, stacks }: DrawnEnvironment): string[] {
  const colours = production ? 'fillcolor="#fdf1e3"; color="#d98324"; penwidth=1.6' : 'fillcolor="#e8f1fa"; color="#7ba7d1"';
  return [
    `    subgraph ${quoted(`cluster_environment_${name}`)} {`,
    `      label=${leftLabel(title)}; labelloc=t; labeljust=l; style="rounded,filled"; ${colours}; fontcolor="#1d2733"; margin=12`,
    ...stacks.map((node) => `      ${drawNode(node)}`),
    "    }",
  ];
}

const drawNode = ({ stack, label }: DrawnNode) => `${quoted(stack)} [label=${quoted(label)}]`;

// a plain label is centred, and one whose font differs runs out on both sides
function leftLabel(...lines: string[]): string {
  const rows = lines.map((line) => `<tr><td align="left">${escaped(line)}</td></tr>`);
  return `<<table border="0" cellborder="0" cellspacing="0" cellpadding="1">${rows.join("")}</table>>`;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const quoted = (text: string) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
