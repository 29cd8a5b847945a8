import { z } from "zod";
import { mediaFormats, mediaWidths } from "@/lib/core/media-href";

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** A picture re-encoded by us; width and height are the source's, turned upright. */
export const RenderedPicture = z.strictObject({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Average colour. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  files: z.array(z.strictObject({ width: z.literal(mediaWidths), format: z.enum(mediaFormats), bytes: Bytes })),
});
export type RenderedPicture = z.infer<typeof RenderedPicture>;

/** Why a file became no picture. `unavailable` is ours, not the file's: it may be tried again. */
export type PictureFault =
  | { kind: "not-a-picture"; reason: string }
  | { kind: "killed"; reason: "time" | "memory" | "crash" }
  | { kind: "unavailable"; reason: string };

/** What the picture process is asked: one file at a time. */
export const RenderRequest = z.strictObject({ bytes: Bytes });
export type RenderRequest = z.infer<typeof RenderRequest>;

/** What it answers: first that it is ready, then once for each file. `rssBytes` is its resident memory afterwards. */
export const RenderAnswer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ready") }),
  z.strictObject({ kind: z.literal("rendered"), picture: RenderedPicture, rssBytes: z.number() }),
  z.strictObject({ kind: z.literal("refused"), reason: z.string(), rssBytes: z.number() }),
]);
export type RenderAnswer = z.infer<typeof RenderAnswer>;

/** The process's own exit code when it saw its memory grow past the cap. */
export const memoryExitCode = 86;
