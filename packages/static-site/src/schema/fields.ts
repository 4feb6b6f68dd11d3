/** Reason for `structural` where a field decides what is made. */
export const decides = "it decides which resources there are";
