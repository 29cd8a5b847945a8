import { decodeCharset } from "@/lib/feeds/decode-charset";
import type { Report } from "../types";
import type { Agreement } from "./compare-entries";
import { misreadForm } from "./judge-dates";
import type { CorpusFeed } from "./load-corpus";
import { ratio, sum } from "./tally";

/** The bars. */
const bars = { recall: 0.998, titles: 0.98, links: 0.97, wrongDates: 0 };

/** Reports how far our entries agree with the reference reader's, and whose fault each differing date is. */
export function reportAgreement(feeds: CorpusFeed[], agreements: Agreement[], report: Report): void {
  const recall = sum(agreements, (each) => ({ agreed: each.found, stated: each.expected }));
  const dates = sum(agreements, (each) => each.dates);
  report({ metric: "entry recall", value: ratio(recall), unit: "share", bar: bars.recall });
  report({ metric: "title agreement", value: ratio(sum(agreements, (each) => each.titles)), unit: "share", bar: bars.titles });
  report({ metric: "link agreement", value: ratio(sum(agreements, (each) => each.links)), unit: "share", bar: bars.links });
  report({ metric: "date agreement to the second", value: ratio(dates), unit: "share" });
  const faults = dateFaults(feeds, agreements);
  for (const [form, count] of faults.theirs) report({ metric: `dates the reference misreads: ${form}`, value: count, unit: "dates" });
  report({ metric: "dates wrong or missing", value: faults.ours, unit: "dates", bar: bars.wrongDates, better: "lower" });
}

function dateFaults(feeds: CorpusFeed[], agreements: Agreement[]): { theirs: Map<string, number>; ours: number } {
  const theirs = new Map<string, number>();
  let ours = 0;
  for (const [index, { differences }] of agreements.entries()) {
    const feed = feeds[index];
    const dates = differences.filter((difference) => difference.field === "dates");
    const source = feed && dates.length > 0 ? decodeCharset(feed.bytes, null).text : "";
    for (const difference of dates) {
      const form = misreadForm(source, difference.ours);
      if (form) theirs.set(form, (theirs.get(form) ?? 0) + 1);
      else {
        ours += 1;
        process.stderr.write(`${feed?.file}: the reference reads ${difference.theirs}, we read ${difference.ours}\n`);
      }
    }
  }
  return { theirs, ours };
}
