import type { MemberFile } from "@/lib/accounts/admin-types";
import { ActForm } from "./act-form";

type MemberActsProps = { member: MemberFile; titles: { slug: string; name: string }[] };

const roles = [
  { value: "reader", name: "Reader" },
  { value: "publisher", name: "Publisher: works for a title" },
  { value: "editor", name: "Editor: the desk" },
  { value: "admin", name: "Admin: the desk and the office" },
];

/** What the office may do to an account. Money, roles and whole accounts want a fresh proof of who acts. */
export function MemberActs({ member, titles }: MemberActsProps) {
  const { userId, name, role, title, sessions, isEmailVerified } = member;
  const places = sessions.length === 1 ? "one browser" : `${sessions.length} browsers`;
  return (
    <section aria-labelledby="can">
      <h2 id="can">What can be done</h2>
      <ActForm
        userId={userId}
        act="grant"
        verb="Give days of reading"
        words="They come after everything that is open already, and no payment later takes them away. They are told by mail."
      >
        <label className="desk-field">
          <span>Days</span>
          <input name="days" type="number" min={1} max={366} defaultValue={30} required />
        </label>
      </ActForm>
      <ActForm userId={userId} act="role" verb="Change the role" words="Signs them out everywhere, and tells them by mail.">
        <label className="desk-field">
          <span>Role</span>
          <select name="role" defaultValue={role}>
            {roles.map(({ value, name: words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label className="desk-field">
          <span>Title, for a publisher</span>
          <select name="title" defaultValue={title?.slug ?? ""}>
            <option value="">None</option>
            {titles.map((each) => (
              <option key={each.slug} value={each.slug}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      </ActForm>
      {!isEmailVerified && (
        <ActForm
          userId={userId}
          act="verify"
          verb="Send the confirmation again"
          words="A letter goes to their address, as it did at the start."
        />
      )}
      <ActForm
        userId={userId}
        act="sign-out"
        verb="Sign out everywhere"
        words={`Ends what is open now, in ${places}. They are told by mail, and may sign in again.`}
      />
      <ActForm
        userId={userId}
        act="export"
        verb="Take a copy of their data"
        words="The very archive that they can make themselves, with all they read: for whoever asked for theirs and cannot sign in. They are told by mail that you took it."
        isFile
      />
      <ActForm
        userId={userId}
        act="erase"
        verb="Erase the account"
        words={
          role === "reader"
            ? "For good: what is charged ends at once, then everything that says who they are goes. Invoices stay and no longer say whose they were."
            : "An account of the staff is not erased: take the role away first."
        }
        question={`Erase the account of ${name} for good?`}
      >
        <label className="desk-field">
          <span>Their address, typed out</span>
          <input name="email" type="email" required autoComplete="off" maxLength={254} />
        </label>
      </ActForm>
    </section>
  );
}
