import { AccountAlternateContact } from "@cdktf/provider-aws/lib/account-alternate-contact/index.js";
import { address } from "@groundplan/core";
import type { AccountBlueprint } from "../blueprint.js";

/** Whom AWS tells, beside root's address. */
export function nameContacts({ module, config }: AccountBlueprint): void {
  (["security", "operations", "billing"] as const).forEach((kind) => {
    const contact = config.contacts[kind];
    if (contact === undefined) return;
    const { name, title, email, phone } = contact;
    const made = new AccountAlternateContact(module, `contact-${kind}`, {
      alternateContactType: kind.toUpperCase(),
      name,
      title,
      emailAddress: email,
      phoneNumber: phone,
    });
    address(made, module, kind);
  });
}
