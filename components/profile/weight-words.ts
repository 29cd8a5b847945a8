/** A weight, -1 to 1, in a word. */
export function weightWords(weight: number): string {
  if (weight <= -0.75) return "never";
  if (weight < -0.05) return "less";
  if (weight <= 0.05) return "as is";
  if (weight < 0.15) return "a little";
  return weight < 0.6 ? "more" : "most";
}
