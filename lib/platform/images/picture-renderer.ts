import type { Result } from "@/lib/core/result";
import { PictureProcess } from "./picture-process";
import type { PictureFault, RenderedPicture } from "./rendered-picture";

type Waiting = { bytes: Uint8Array; resolve: (result: Result<RenderedPicture, PictureFault>) => void };
type Renderer = { process: PictureProcess; isBusy: boolean; urgent: Waiting[]; patient: Waiting[] };

/**
 * Source: security notes, row 4 of the threat model; the figures are those of decision "pictures": a large
 * photograph takes 0.4 s of one core, a process rests at 120 MB.
 */
const settings = { timeoutMs: 10_000, picturesMax: 500, restingBytesMax: 320 * 1024 * 1024, idleMs: 60_000 };

let renderer: Renderer | undefined;

/**
 * Renders a stranger's picture in a process of its own, one after another. A picture that a reader waits for
 * goes before those fetched ahead of time.
 *
 * @param isUrgent whether a reader waits
 * @returns the renditions; a fault of the file; `unavailable` when the process could not be started
 */
export function renderApart(bytes: Uint8Array, isUrgent: boolean): Promise<Result<RenderedPicture, PictureFault>> {
  renderer ??= { process: new PictureProcess(settings), isBusy: false, urgent: [], patient: [] };
  const current = renderer;
  return new Promise((resolve) => {
    (isUrgent ? current.urgent : current.patient).push({ bytes, resolve });
    if (!current.isBusy) void serve(current);
  });
}

/** Ends the picture process at once; the next picture starts another. */
export function endRenderer(): void {
  renderer?.process.end();
}

async function serve(current: Renderer): Promise<void> {
  current.isBusy = true;
  for (let next = take(current); next; next = take(current)) next.resolve(await current.process.render(next.bytes));
  current.isBusy = false;
}

const take = (current: Renderer): Waiting | undefined => current.urgent.shift() ?? current.patient.shift();
