import type { Problem } from "@groundplan/core/schema";
import type { Account } from "./estate-schema.js";

/** What the accounts must be among themselves. */
export function accountProblems(accounts: Readonly<Record<string, Account>>): Problem[] {
  const all = Object.values(accounts);
  return all.flatMap((account, index) => {
    const twin = all.slice(0, index).find(({ id }) => id === account.id);
    return [
      ...(twin === undefined
        ? []
        : [
            {
              path: ["accounts", account.name, "id"],
              value: account.id,
              wrong: `is account "${twin.name}" already`,
              fix: "give each its own id",
            },
          ]),
      // its baseline's stack would be called as the other account's state
      ...(account.name.endsWith("-state")
        ? [{ path: ["accounts", account.name], value: undefined, wrong: 'ends in "-state", as stacks do', fix: "give it another name" }]
        : []),
    ];
  });
}
