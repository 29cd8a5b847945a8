/** What each variant of a card shows; how it looks is `app/styles/card.css`. */
export type CardVariant = "lead" | "second" | "feature" | "tile" | "row" | "text" | "quote";

type Anatomy = {
  headline: "h2" | "h3";
  hasStandfirst: boolean;
  /** `sizes` left out: a thumbnail, for which the smallest picture will do. */
  picture: { sizes?: string; widthMax: number } | null;
};

export const cardAnatomy: Record<CardVariant, Anatomy> = {
  lead: { headline: "h2", hasStandfirst: true, picture: { sizes: "(min-width: 62rem) 50rem, 100vw", widthMax: 1440 } },
  second: {
    headline: "h3",
    hasStandfirst: true,
    picture: { sizes: "(min-width: 62rem) 18rem, (min-width: 40rem) 45vw, 7rem", widthMax: 640 },
  },
  feature: { headline: "h3", hasStandfirst: true, picture: { sizes: "(min-width: 62rem) 38rem, 100vw", widthMax: 1440 } },
  tile: {
    headline: "h3",
    hasStandfirst: false,
    picture: { sizes: "(min-width: 62rem) 18rem, (min-width: 40rem) 45vw, 7rem", widthMax: 640 },
  },
  row: { headline: "h3", hasStandfirst: true, picture: { sizes: "(min-width: 40rem) 14rem, 7rem", widthMax: 640 } },
  text: { headline: "h3", hasStandfirst: true, picture: null },
  quote: { headline: "h3", hasStandfirst: false, picture: null },
};
