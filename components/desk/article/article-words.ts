import type { Access } from "@/lib/entitlements/types";

/** Who may read a text, in words. */
export const wallWords: Record<Access, string> = {
  open: "everyone",
  registered: "any account",
  metered: "members, and a few a month for others",
  lead_in: "members; others read its opening",
  paid: "members",
};

/** Who said which section it is in. */
export function namedBy(by: string): string {
  const words: Record<string, string> = {
    editor: "an editor said so",
    publisher: "its title said so",
    category: "by its own categories",
    address: "by its address",
    classifier: "by its words",
  };
  return words[by] ?? "nobody said";
}
