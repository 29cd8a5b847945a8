/** One bar: what it stands for in words, and how much. */
export type BarValue = { label: string; value: number /** Said after the figure, such as "2 failures"; marks the bar. */; note?: string };
