// Limits that the page keeps to by itself; without schemas, so that it knows them without the contract.

/** More people than anybody picks one by one; past that a query says who is meant. */
export const MOST_PICKED = 5000;

/** More invitations at once than this is nobody's careful decision, nor a paste. */
export const MOST_AT_ONCE = 200;
