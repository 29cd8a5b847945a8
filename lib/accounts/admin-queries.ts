import "server-only";
import { findMemberFile, findMembers, listTitles } from "./admin-members-store";
import { type MemberFile, type MemberPage, MemberSearch } from "./admin-types";
import type { Staff } from "./guards";

/** Members as the office looks for them; null for anyone who does not run the paper. */
export async function searchMembers(staff: Staff, query: Record<string, string>): Promise<(MemberPage & { search: MemberSearch }) | null> {
  if (staff.viewer.role !== "admin") return null;
  const search = MemberSearch.parse(query);
  return { ...(await findMembers(search)), search };
}

/** One account as the office may know it, with the titles that it could work for; null where there is none. */
export async function readMember(
  staff: Staff,
  userId: string,
  now: Date,
): Promise<{ member: MemberFile; titles: { slug: string; name: string }[] } | null> {
  if (staff.viewer.role !== "admin") return null;
  const [member, titles] = await Promise.all([findMemberFile(userId, now), listTitles()]);
  return member && { member, titles };
}
