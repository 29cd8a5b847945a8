import { addMs, secondMs } from "@/lib/core/clock";
import type { Viewer } from "./types";

/** The instant by an account's own clock, which only the sandbox moves ahead; the real one for everybody else. */
export function viewerTime(viewer: Viewer, realNow: Date): Date {
  return viewer.kind === "account" && viewer.clockAheadSec !== 0 ? addMs(realNow, viewer.clockAheadSec * secondMs) : realNow;
}
