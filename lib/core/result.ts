/** A failure the caller should handle is a value: `{ ok: false, error }`. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** Wraps a success. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** Wraps a failure the caller is expected to handle. */
export const err = <E>(error: E): { ok: false; error: E } => ({ ok: false, error });
