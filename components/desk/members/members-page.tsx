import { Heads } from "@/components/desk/heads";
import type { MemberLine, MemberPage, MemberSearch } from "@/lib/accounts/admin-types";
import { ExactTime } from "../log/exact-time";

type MembersPageProps = { page: MemberPage; search: MemberSearch; now: Date };

/** The members, found by address, name or number; the newest where nothing is looked for. */
export function MembersPage({ page: { members, next }, search, now }: MembersPageProps) {
  return (
    <>
      <form className="desk-filters" method="get" action="/admin/members" aria-label="Look up members">
        <label className="desk-field office-search">
          <span>Address, name or number</span>
          <input name="q" type="search" defaultValue={search.q} maxLength={254} data-key="/" />
        </label>
        <label className="desk-field">
          <span>Who</span>
          <select name="role" defaultValue={search.role}>
            <option value="">Everyone</option>
            <option value="staff">Staff alone</option>
          </select>
        </label>
        <button className="desk-button" type="submit">
          Look up
        </button>
        {(search.q !== "" || search.role !== "") && (
          <a className="desk-button is-quiet" href="/admin/members">
            All
          </a>
        )}
      </form>
      {members.length === 0 ? (
        <p className="desk-empty">Nobody is found. An address or a word of a name is enough from its beginning.</p>
      ) : (
        <div className="desk-scroll" data-keys="">
          <table className="desk-table is-stacked">
            <caption>{captionOf(search, members.length)}</caption>
            <Heads names={["Name", "Address", "Role", "Joined", "Everything open"]} />
            <tbody>
              {members.map((member) => (
                <MemberRow key={member.userId} member={member} now={now} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next && (
        <nav className="desk-pager" aria-label="Pages">
          <a href={`/admin/members?${new URLSearchParams({ ...(search.role && { role: search.role }), before: next })}`}>Joined before</a>
        </nav>
      )}
    </>
  );
}

function captionOf({ q, role }: MemberSearch, count: number): string {
  const who = role === "staff" ? "Staff" : "Members";
  if (q === "") return `${who}, newest first`;
  return count === 50 ? `${who} found; there may be more than these 50, so type more` : `${who} found`;
}

function MemberRow({ member, now }: { member: MemberLine; now: Date }) {
  const { userId, name, email, isEmailVerified, role, joinedAt, openUntil } = member;
  return (
    <tr data-row="">
      <td>
        <a className="desk-headline" href={`/admin/members/${userId}`}>
          {name}
        </a>
      </td>
      <td>
        {email}
        {!isEmailVerified && <span className="desk-meta"> not confirmed</span>}
      </td>
      <td>{role}</td>
      <td data-name="Joined">
        <ExactTime at={joinedAt} />
      </td>
      <td data-name="Everything open">{openUntil ? <OpenUntil until={openUntil} now={now} /> : "Never was"}</td>
    </tr>
  );
}

function OpenUntil({ until, now }: { until: Date; now: Date }) {
  return (
    <>
      {until > now ? "until " : "was, until "}
      <ExactTime at={until} />
    </>
  );
}
