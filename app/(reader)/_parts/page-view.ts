import type { ReactElement } from "react";

/** A page of the paper, composed for one reader and not yet printed. */
export type PageView = {
  title: string;
  /** What its head says to machines besides the title: address, previews, robots. */
  head: ReactElement;
  page: ReactElement;
};
