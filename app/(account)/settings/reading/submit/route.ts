import { takeAct } from "@/app/(reader)/reading/_parts/take-act";
import { changeReadingSettings } from "@/lib/reading/settings-commands";

/** Keeps where a reader is, what they read and when their editions come. */
export async function POST(request: Request): Promise<Response> {
  return takeAct(request, ["country", "languages", "timeZone", "editionMinutes", "editionHours"], changeReadingSettings);
}
