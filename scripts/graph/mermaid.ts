import type { DrawnNode, EstatePicture } from "./estate.js";

/** The picture as Mermaid, which GitHub draws in a README. */
export function mermaid({ accounts, arrows }: EstatePicture): string {
  const lines = accounts.flatMap(({ name, title, subtitle, stacks, environments }) => [
    `  subgraph account_${id(name)}["${title}<br>${subtitle}"]`,
    ...stacks.map((node) => `    ${drawNode(node)}`),
    ...environments.flatMap((environment) => [
      `    subgraph environment_${id(environment.name)}["${environment.title}"]`,
      ...environment.stacks.map((node) => `      ${drawNode(node)}`),
      "    end",
    ]),
    "  end",
  ]);
  return ["flowchart LR", ...lines, ...arrows.map(({ from, to }) => `  ${id(from)} --> ${id(to)}`), ""].join("\n");
}

const drawNode = ({ stack, label }: DrawnNode) => `${id(stack)}["${label}"]`;

// `end` and the like are words of Mermaid's; with this before it no name is
const id = (name: string) => `_${name.replace(/[^A-Za-z0-9]/g, "_")}`;
