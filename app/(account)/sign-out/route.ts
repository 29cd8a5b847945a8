import { signOut } from "@/lib/accounts/commands";

/**
 * Ends the session; the account menu's form posts here. A GET changes nothing: there is none. What the browser kept of
 * the reader goes, but not its cookies: the mark of a known device is the owner's.
 */
export async function POST(): Promise<Response> {
  await signOut();
  return new Response(null, {
    status: 303,
    headers: { Location: "/", "Clear-Site-Data": '"cache", "storage"', "Cache-Control": "no-store" },
  });
}
