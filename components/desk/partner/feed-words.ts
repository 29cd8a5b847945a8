import type { OwnFeed, SelfCheck } from "@/lib/partners/types";

/** How a feed is, in words, and what its title can do about it; nothing to do where all is well. */
export const stateWords: Record<OwnFeed["state"], { name: string; advice: string | null }> = {
  new: { name: "Not asked yet", advice: null },
  healthy: { name: "All is well", advice: null },
  late: { name: "We are late", advice: "Nothing for you to do: our own queue is long." },
  held: { name: "Your server asked us to wait", advice: "It answered 429 or 503 with a time; we come back then." },
  failing: { name: "Failing", advice: "Three answers or more in a row could not be read. The last one is described below." },
  refused: { name: "Your robots.txt names us", advice: "Take our name out of it, or write to the desk if that was not meant." },
  gone: { name: "Withdrawn by your server", advice: "It answered 410, so we stopped asking. Write to the desk with the new address." },
  paused: { name: "Paused", advice: "The desk has paused it. Write to them to have it back." },
};

/** One finding of the self-check. */
export type Finding = { words: string; advice: string };

/** What the newest articles lack, in words: worst first, nothing for what all of them have. */
export function listFindings(check: SelfCheck): Finding[] {
  const { articles } = check;
  if (articles === 0) return [];
  const of = (count: number) => `${count} of your ${articles} newest articles`;
  const findings: (Finding & { count: number })[] = [
    {
      count: check.withoutText,
      words: `${of(check.withoutText)} came without their text.`,
      advice:
        "Send it whole in content:encoded (RSS) or content (Atom, JSON Feed); what is not sent cannot be read here, and earns nothing.",
    },
    {
      count: check.deadPictures,
      words: `The picture of ${of(check.deadPictures)} could not be had.`,
      advice: "The addresses are listed below with what your server said.",
    },
    {
      count: check.withoutPicture,
      words: `${of(check.withoutPicture)} have no picture.`,
      advice: "Name one in media:content, an enclosure or the text itself; at 1,200 pixels or more it may lead a page.",
    },
    {
      count: check.datedByUs,
      words: `${of(check.datedByUs)} had no date that we could read.`,
      advice: "We took the minute in which we saw them. Give pubDate (RSS) or published (Atom) with its time zone.",
    },
    {
      count: check.withoutAuthor,
      words: `${of(check.withoutAuthor)} name no author.`,
      advice: "Give dc:creator (RSS), author (Atom) or authors (JSON Feed): readers follow people.",
    },
    {
      count: check.withoutStandfirst,
      words: `${of(check.withoutStandfirst)} have no summary.`,
      advice: "One or two sentences in description or summary stand under the headline on every card.",
    },
    {
      count: check.withoutSection,
      words: `The section of ${of(check.withoutSection)} was guessed by us.`,
      advice: "A category that we know, such as Politics or Culture, is read before we guess.",
    },
  ];
  return findings.filter(({ count }) => count > 0).map(({ words, advice }) => ({ words, advice }));
}
