/** What the frame of a page knows of who is reading. A visitor's page is the same for everyone. */
export type ViewerBadge =
  | { kind: "visitor" }
  | {
      kind: "account";
      name: string;
      initials: string;
      state: "trial" | "member" | "free" | "staff";
      /** Whole days, null outside a trial. */
      trialDaysLeft: number | null;
    };
