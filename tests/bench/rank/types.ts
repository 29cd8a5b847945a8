/** What a simulated public was shown and opened: a line as `broadsheet rank` reads it, and what only the bench knows. */
export type Occasion = {
  line: {
    history: { title: string; section?: string; publisher?: string; at: string }[];
    candidates: { id: string; title: string; section?: string; publisher?: string; publishedAt: string; popularity?: number }[];
    now: string;
  };
  /** Whether each candidate was opened, in their order; at least one was and one was not. */
  opened: boolean[];
  /** How often each was opened where it was shown, before this occasion; 0.5 openings stand beside for the unknown. */
  clickRates: number[];
};

/** A declared model of a public: the same seed, the same occasions, in the order of time. */
export type PublicModel = { name: string; title: string; simulate: (seed: number) => Occasion[] };

/** A score for each candidate of an occasion, in their order. */
export type Scorer = (occasion: Occasion) => number[];
