export type Role = "reader" | "editor" | "admin";

/** Who is asking. Instants are UTC. */
export type Viewer =
  | { kind: "visitor" }
  | {
      kind: "account";
      userId: string;
      name: string;
      email: string;
      role: Role;
      trialEndsAt: Date | null;
      paidUntil: Date | null;
    };

/** The policy facts `may-read` decides on. */
export type ReadableArticle = { id: number; access: "open" | "registered" | "paid"; licence: "partner" | "feed" | "headline" };
