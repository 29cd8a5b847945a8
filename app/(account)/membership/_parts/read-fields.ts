const bodyBytesMax = 16_384;

/**
 * The named text fields of a posted form; those that are missing stay out, and others that a browser's extension may
 * add are not passed on. Empty for a body that is no form of ours.
 */
export async function readFields(request: Request, names: readonly string[]): Promise<Record<string, string>> {
  if (Number(request.headers.get("content-length") ?? 0) > bodyBytesMax) return {};
  const form = await request.formData().catch(() => new FormData());
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return typeof value === "string" ? [[name, value] as const] : [];
    }),
  );
}
