/** A moment as our files write it: ISO 8601 in UTC, to the second. */
export const stamp = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`;
