import type { PageView } from "@/app/(reader)/_parts/page-view";
import { DeskFrame } from "@/components/desk/desk-frame";
import { MemberPage } from "@/components/desk/members/member-page";
import { MembersPage } from "@/components/desk/members/members-page";
import { readMember, searchMembers } from "@/lib/accounts/admin-queries";
import type { Staff } from "@/lib/accounts/guards";
import { readBooksOf } from "@/lib/billing/admin-queries";
import { listActsOn } from "@/lib/operations/log-queries";
import { officeView } from "../../_parts/office-view";

/** The list of members, or those who were looked for. */
export async function composeMembers(_params: object, staff: Staff, query: URLSearchParams): Promise<PageView | null> {
  const found = await searchMembers(staff, Object.fromEntries(query));
  if (!found) return null;
  const { search, ...page } = found;
  return officeView(
    "Members",
    <DeskFrame staff={{ name: staff.viewer.name, role: "admin" }} path="/admin/members" title="Members">
      <MembersPage page={page} search={search} now={new Date()} />
    </DeskFrame>,
  );
}

/** One account. */
export async function composeMember({ id }: { id: string }, staff: Staff): Promise<PageView | null> {
  const now = new Date();
  const [found, books, acts] = await Promise.all([readMember(staff, id, now), readBooksOf(staff, id, now), listActsOn(staff, id)]);
  if (!found || !books) return null;
  const { member, titles } = found;
  return officeView(
    member.name,
    <DeskFrame
      staff={{ name: staff.viewer.name, role: "admin" }}
      path={`/admin/members/${id}`}
      title={member.name}
      words={<a href="/admin/members">All members</a>}
    >
      <MemberPage member={member} books={books} titles={titles} acts={acts} isOwn={staff.viewer.userId === id} />
    </DeskFrame>,
  );
}
