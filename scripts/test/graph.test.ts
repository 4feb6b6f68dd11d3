import { describe, expect, it } from "vitest";
import { type DrawnStack, estatePicture } from "../graph/estate.js";
import { mermaid } from "../graph/mermaid.js";
import { svg } from "../graph/svg.js";

const dev = {
  account: "dev",
  accountId: "111111111111",
  accountKind: "workload",
  emulatorOnly: false,
  region: "eu-west-1",
  production: false,
};
const prod = { ...dev, account: "prod", accountId: "222222222222", production: true };
const stacks: DrawnStack[] = [
  { ...dev, stack: "account-dev-state", of: "account-dev", layer: "one", upstream: [] },
  { ...dev, stack: "end-keys", of: "end", layer: "one", upstream: [] },
  { ...dev, stack: "end-network", of: "end", layer: "one", upstream: ["end-keys"] },
  { ...prod, stack: "prod-keys", of: "prod", layer: "one", upstream: [] },
];

describe("the estate's picture", () => {
  it("has each stack in its environment, in its account, and an arrow for each contract", () => {
    expect(mermaid(estatePicture(stacks))).toBe(`flowchart LR
  subgraph account__dev["account dev<br>workload · 111111111111"]
    _account_dev_state["state"]
    subgraph environment__end["end · eu-west-1"]
      _end_keys["keys"]
      _end_network["network"]
    end
  end
  subgraph account__prod["account prod<br>workload · 222222222222"]
    subgraph environment__prod["prod · eu-west-1 · production"]
      _prod_keys["keys"]
    end
  end
  _end_keys --> _end_network
`);
  });

  it("is drawn as SVG, with every stack and arrow, and what a label holds escaped", async () => {
    const drawn = await svg(estatePicture([...stacks, { ...dev, stack: 'a<b>"&', of: "end", layer: "one", upstream: [] }]));
    expect(drawn).toMatch(/<svg[\s>]/);
    expect(drawn.match(/class="node"/g)).toHaveLength(5);
    expect(drawn.match(/class="edge"/g)).toHaveLength(1);
    expect(drawn).toContain("222222222222");
    expect(drawn).toContain("a&lt;b&gt;&quot;&amp;");
  });
});
