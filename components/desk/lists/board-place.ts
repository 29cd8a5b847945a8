/** Where a row stands, and what its forms have to say about the page they were on. */
export type BoardPlace = {
  /** null: it stands nowhere now. */
  slot: number | null;
  places: number;
  boardPath: string;
  /** The version that the page shows. */
  version: number;
  edition: string;
  returnTo: string;
};
