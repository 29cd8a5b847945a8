/** What a card or page shows of a publisher. */
export type PublisherMark = {
  slug: string;
  name: string;
  initials: string;
  /** #rrggbb, readable under white text. */
  colour: string;
  isSample: boolean;
  /** Key of a picture that stands in place of the initials; absent where there is none. */
  logoHash?: string | null;
};

/** A title as the source directory lists it. */
export type TitleEntry = PublisherMark & {
  tagline: string | null;
  /** ISO 3166 two letters. */
  country: string;
  language: string;
  direction: "ltr" | "rtl";
  access: "open" | "registered" | "metered" | "lead_in" | "paid";
};
