/** Of so many that state a value, how many agree. */
export type Tally = { agreed: number; stated: number };

export const tally = (): Tally => ({ agreed: 0, stated: 0 });

/** Share that agrees, to five places; 1 where nothing is stated. */
export const ratio = ({ agreed, stated }: Tally): number => (stated === 0 ? 1 : Math.round((agreed / stated) * 1e5) / 1e5);

/** Adds up one tally of each. */
export const sum = <T>(all: T[], pick: (each: T) => Tally): Tally =>
  all.map(pick).reduce((total, each) => ({ agreed: total.agreed + each.agreed, stated: total.stated + each.stated }), tally());

/** To two places. */
export const round = (value: number): number => Math.round(value * 100) / 100;
