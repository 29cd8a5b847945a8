import { cookies } from "next/headers";
import { returnPath } from "@/lib/accounts/return-path";

const cookieName = "broadsheet-way-back";
const keptForSec = 2 * 60 * 60;

/**
 * Keeps where a reader came from while the provider's page takes the payment. `Lax`, because it is read when another
 * site leads back.
 */
export async function keepWayBack(path: string | undefined): Promise<void> {
  const safe = returnPath(path);
  (await cookies()).set(cookieName, safe, { httpOnly: true, sameSite: "lax", maxAge: safe === "/" ? 0 : keptForSec, path: "/membership" });
}

/** Where the reader came from, once; "/" where nothing was kept. */
export async function takeWayBack(): Promise<string> {
  const jar = await cookies();
  const path = returnPath(jar.get(cookieName)?.value);
  jar.set(cookieName, "", { httpOnly: true, sameSite: "lax", maxAge: 0, path: "/membership" });
  return path;
}
