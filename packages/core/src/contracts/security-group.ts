/** A peer that is let in, or reached, by its security group; an existing one is `{ securityGroupId: "sg-…" }`. */
export interface SecurityGroup {
  readonly securityGroupId: string;
}
