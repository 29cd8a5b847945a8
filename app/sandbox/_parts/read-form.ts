const bodyBytesMax = 4_096;

/** The named fields of a small posted form; null for one that is too large to be ours. */
export async function readForm(request: Request, fields: readonly string[]): Promise<Record<string, string> | null> {
  if (Number(request.headers.get("content-length") ?? 0) > bodyBytesMax) return null;
  const form = await request.formData().catch(() => new FormData());
  return Object.fromEntries(fields.map((name) => [name, String(form.get(name) ?? "")]));
}

/** The fields of the card form. */
export const cardFields = ["number", "expiry", "cvc"] as const;
