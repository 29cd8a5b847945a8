import type { AccountError } from "./types";

type Fields = Extract<AccountError, { kind: "invalid" }>["fields"];

/** What to say at each field that a form schema refused: its first fault. */
export function fieldWords(issues: { path: PropertyKey[]; message: string }[]): Fields {
  const find = (field: keyof Fields) => issues.find((issue) => issue.path[0] === field)?.message;
  return { name: find("name"), email: find("email"), password: find("password"), code: find("code") };
}
