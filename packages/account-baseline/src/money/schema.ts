/** What an account may cost: `money`. */
export const accountMoney = {};
