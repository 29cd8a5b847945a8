import { Heads } from "@/components/desk/heads";
import type { MemberFile } from "@/lib/accounts/admin-types";
import type { OfficeBooks } from "@/lib/billing/admin-types";
import type { LogLine } from "@/lib/operations/log-types";
import { ExactTime } from "../log/exact-time";
import { LogTable } from "../log/log-table";
import { ScrollBox } from "../log/scroll-box";
import { MemberActs } from "./member-acts";
import { MemberBooks } from "./member-books";

type MemberPageProps = {
  member: MemberFile;
  books: OfficeBooks;
  titles: { slug: string; name: string }[];
  acts: LogLine[];
  isOwn: boolean;
};

/** One account: who it is, where it stands, how it is entered, and what the office did to it and may do. */
export function MemberPage({ member, books, titles, acts, isOwn }: MemberPageProps) {
  return (
    <>
      <p className="desk-note">
        What they read, saved, follow and mute is theirs alone and not shown here; nor is any password or key.
        {isOwn && " This is your own account: acts on it are for another admin, or in your own settings."}
      </p>
      <div className="office-columns">
        <div>
          <Who member={member} />
          <MemberBooks books={books} userId={member.userId} canAct={!isOwn} />
          <Sessions member={member} />
          <Mails member={member} />
        </div>
        {!isOwn && <MemberActs member={member} titles={titles} />}
      </div>
      <section aria-labelledby="acts">
        <h2 id="acts">In the log</h2>
        {acts.length === 0 ? (
          <p className="desk-empty">Nothing was done to this account.</p>
        ) : (
          <LogTable lines={acts} caption="The last acts on this account, newest first" />
        )}
        {member.role !== "reader" && (
          <p>
            <a href={`/desk/log?${new URLSearchParams({ actor: member.userId })}`}>What they did themselves</a>
          </p>
        )}
      </section>
    </>
  );
}

function Who({ member }: { member: MemberFile }) {
  const { email, isEmailVerified, role, title, joinedAt, trialEndsAt, userId } = member;
  return (
    <section aria-labelledby="who">
      <h2 id="who">Who</h2>
      <dl className="office-facts">
        <dt>Address</dt>
        <dd>
          {email}, {isEmailVerified ? "confirmed" : "not confirmed"}
        </dd>
        <dt>Role</dt>
        <dd>
          {role}
          {title && (
            <>
              {" of "}
              <a href={`/publisher/${title.slug}`}>{title.name}</a>
            </>
          )}
          {isAwaitingKey(member) && <strong> has no second factor, so counts as a reader</strong>}
        </dd>
        <dt>Joined</dt>
        <dd>
          <ExactTime at={joinedAt} />
        </dd>
        <dt>Trial</dt>
        <dd>{trialEndsAt ? <ExactTime at={trialEndsAt} /> : "never had one"}</dd>
        <dt>Ways in</dt>
        <dd>{waysOf(member)}</dd>
        <dt>Second factor</dt>
        <dd>{member.hasTwoFactor ? "codes of an authenticator app" : "none"}</dd>
        <dt>Number</dt>
        <dd>
          <code>{userId}</code>
        </dd>
      </dl>
    </section>
  );
}

const isAwaitingKey = ({ role, hasTwoFactor, passkeyCount }: MemberFile): boolean =>
  (role === "editor" || role === "admin") && !hasTwoFactor && passkeyCount === 0;

function waysOf({ hasPassword, providers, passkeyCount }: MemberFile): string {
  const keys = passkeyCount === 1 ? "one passkey" : `${passkeyCount} passkeys`;
  const ways = [hasPassword && "password", ...providers, passkeyCount > 0 && keys, "letters"].filter((way) => way !== false);
  return ways.join(", ");
}

function Sessions({ member: { sessions } }: { member: MemberFile }) {
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Signed in</h2>
      {sessions.length === 0 ? (
        <p className="desk-empty">Nowhere.</p>
      ) : (
        <ScrollBox name="Signed in">
          <table className="desk-table">
            <caption>Browsers, the last used first</caption>
            <Heads names={["Browser", "Entered by", "Second factor", "Since", "Last used"]} />
            <tbody>
              {sessions.map(({ browser, method, createdAt, usedAt, hasSecondFactor }) => (
                <tr key={`${browser} ${createdAt.getTime()}`}>
                  <td>{browser}</td>
                  <td>{method}</td>
                  <td>{hasSecondFactor ? "shown" : "not shown"}</td>
                  <td>
                    <ExactTime at={createdAt} />
                  </td>
                  <td>
                    <ExactTime at={usedAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}

function Mails({ member: { mails } }: { member: MemberFile }) {
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">Mails sent</h2>
      {mails.length === 0 ? (
        <p className="desk-empty">None that is still known.</p>
      ) : (
        <ScrollBox name="Mails sent">
          <table className="desk-table">
            <caption>Notices of the membership, and letters for as long as they count; never what they said</caption>
            <Heads names={["Kind", "Sent"]} />
            <tbody>
              {mails.map(({ kind, at }) => (
                <tr key={`${kind} ${at.getTime()}`}>
                  <td>{kind.replaceAll("-", " ")}</td>
                  <td>
                    <ExactTime at={at} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}
