/** How an article was read: "read to the end, 3 min; 2 people read your gift". */
export function readWords({ depth, activeSec, giftOpens }: { depth: number; activeSec: number; giftOpens: number }): string {
  const far = depth >= 90 ? "read to the end" : `${depth}% read`;
  const minutes = activeSec < 60 ? "under a minute" : `${Math.round(activeSec / 60)} min`;
  const own = depth === 0 && activeSec === 0 ? [] : [`${far}, ${minutes}`];
  const gift = giftOpens === 0 ? [] : [giftOpens === 1 ? "one person read your gift" : `${giftOpens} people read your gift`];
  const words = [...own, ...gift].join("; ");
  return words === "" ? "read" : words;
}
