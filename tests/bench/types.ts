/** One figure of a measurement; with a bar it passes or fails. */
export type BenchLine = { metric: string; value: number; unit: string; bar?: number; better?: "higher" | "lower" };

export type Report = (line: BenchLine) => void;

/** A named measurement that `npm run bench -- NAME` runs; `run` reports its figures and throws only when it is broken itself. */
export type Bench = { name: string; title: string; run: (report: Report) => Promise<void> };
