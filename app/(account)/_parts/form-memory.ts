import { cookies } from "next/headers";
import { z } from "zod";

const Memory = z.object({ name: z.string().max(100), email: z.string().max(254) });
export type FormMemory = z.infer<typeof Memory>;

const cookieName = "broadsheet-form";
// As long as the code of a letter counts.
const keptForSec = 1_200;

/**
 * Keeps what was typed over the redirect that follows a form, so that nobody types it again. In a cookie rather than
 * the address, where an email would end up in logs; never the password.
 */
export async function rememberForm(form: FormData): Promise<void> {
  const text = (field: string, charactersMax: number) => String(form.get(field) ?? "").slice(0, charactersMax);
  const memory: FormMemory = { name: text("name", 100), email: text("email", 254) };
  (await cookies()).set(cookieName, JSON.stringify(memory), { httpOnly: true, sameSite: "strict", maxAge: keptForSec, path: "/" });
}

/** What was typed into the form before, where it is wanted; empty otherwise. */
export async function recallForm(isWanted: boolean): Promise<FormMemory> {
  const empty = { name: "", email: "" };
  const saved = isWanted ? (await cookies()).get(cookieName)?.value : undefined;
  if (!saved) return empty;
  try {
    return Memory.safeParse(JSON.parse(saved)).data ?? empty;
  } catch {
    return empty;
  }
}
