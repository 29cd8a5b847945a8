import { env } from "@/lib/platform/env";
import { fetchOwnPage } from "@/lib/platform/own-web";
import { frameOf, type PageFrame } from "./page-frame";

let kept: Promise<PageFrame> | undefined;

/**
 * The frame of this build, read once a process off a page that holds nothing else (`app/frame`): only Next knows the
 * names of the style sheets and fonts that it built. While developing it is read anew each time, since they change.
 *
 * @throws Error when our own web does not answer with such a page
 */
export function fetchFrame(): Promise<PageFrame> {
  if (kept && env().NODE_ENV === "production") return kept;
  const reading = fetchOwnPage("/frame").then(frameOf);
  kept = reading;
  reading.catch(() => {
    kept = undefined;
  });
  return reading;
}
