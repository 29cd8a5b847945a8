import type { RawAnswer } from "../../support/raw-request";
import { spellForms } from "./spell-forms";

/** Which of the tokens an answer gives away, in its head or its body, in any form. */
export function findTokens(answer: RawAnswer, tokens: readonly string[]): string[] {
  return tokensIn([answer.body, Buffer.from(JSON.stringify(answer.headers))], tokens);
}

/** Which of the tokens stand in any of the given bytes, in any form. */
export function tokensIn(parts: readonly Buffer[], tokens: readonly string[]): string[] {
  const forms = parts.flatMap(spellForms);
  return tokens.filter((token) => forms.some((form) => form.includes(token)));
}
