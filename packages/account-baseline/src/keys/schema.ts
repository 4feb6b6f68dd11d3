/** Whose keys encrypt: `keys`. */
export const accountKeys = {};
