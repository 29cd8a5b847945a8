import { renderPicture } from "./render-picture";
import { memoryExitCode, type RenderAnswer, RenderRequest } from "./rendered-picture";

/** The worst honest file, an interlaced PNG of 50 megapixels, peaks at 330 MB; what needs more is meant to. */
const rssBytesMax = 512 * 1024 * 1024;
const lookEveryMs = 25;

const send = (answer: RenderAnswer) => process.send?.(answer);

process.on("message", async (message: unknown) => {
  const { bytes } = RenderRequest.parse(message);
  const rendered = await renderPicture(bytes);
  const rssBytes = process.memoryUsage.rss();
  send(rendered.ok ? { kind: "rendered", picture: rendered.value, rssBytes } : { kind: "refused", reason: rendered.error, rssBytes });
});

// libvips decodes in threads of its own, so this clock runs while a picture unfolds.
setInterval(() => {
  if (process.memoryUsage.rss() > rssBytesMax) process.exit(memoryExitCode);
}, lookEveryMs);

// The worker has gone, however it ended: nobody waits for a picture.
process.on("disconnect", () => process.exit(0));

send({ kind: "ready" });
