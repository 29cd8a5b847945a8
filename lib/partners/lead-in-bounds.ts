/** Words of an opening that a title may choose for itself: enough to know what it is about, no longer than the house gives anyway. */
export const leadInBounds = { min: 20, max: 90 } as const;
