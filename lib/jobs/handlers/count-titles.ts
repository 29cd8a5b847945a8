import { countTitleCountries, countTitleDays, countTitleFollowers } from "@/lib/partners/count-store";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/** Counts for titles what readers did with their articles in the last days, and once a day who they are. */
export async function countTitles(
  { days, hasCountries }: Payload<"partners.count">,
  { log, now }: Pick<WorkerContext, "log" | "now">,
): Promise<void> {
  const rows = await countTitleDays(days, now());
  const countries = hasCountries ? await countTitleCountries(now()) : 0;
  const followed = hasCountries ? await countTitleFollowers() : 0;
  log.info({ job: "partners.count", days, rows, countries, followed });
}
