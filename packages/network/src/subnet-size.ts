import { addressesOf } from "./cidr.js";

/** AWS keeps the first four and the last address of each subnet. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const reservedAddresses = 5;

/** VPCs and subnets are /16 to /28. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
export const largest = 16;
export const smallest = 28;

/** The addresses of a subnet that one can use. */
export function usableAddresses(prefixLength: number): number {
  return addressesOf(prefixLength) - reservedAddresses;
}

/** The longest prefix that leaves so many usable addresses, AWS's own counted. */
export function prefixLengthFor(usable: number): number {
  return Math.min(smallest, 32 - Math.ceil(Math.log2(usable + reservedAddresses)));
}
