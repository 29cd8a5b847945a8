import type { FeedLook } from "@/lib/feeds/look-types";
import { NewTitleForm } from "./new-title-form";

type AddPageProps = {
  /** What was asked to be looked at; null before anything was. */
  look: (FeedLook & { owners: ReadonlyMap<string, { slug: string; name: string }> }) | null;
  now: Date;
};

/** From a pasted address to a title in the paper. */
export function AddPage({ look, now }: AddPageProps) {
  return (
    <>
      <form method="post" action="/admin/titles/look" data-desk="" className="title-look">
        <input type="hidden" name="returnTo" value="/admin/titles/add" />
        <label className="desk-field">
          <span>Address of the site or of its feed</span>
          <input
            name="address"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            required
            maxLength={2048}
            defaultValue={look?.address ?? ""}
            placeholder="https://"
          />
        </label>
        <button className={look ? "desk-button" : "desk-button is-main"} type="submit">
          Look
        </button>
      </form>
      {look && <LookOutcome look={look} now={now} />}
    </>
  );
}

function LookOutcome({ look, now }: { look: NonNullable<AddPageProps["look"]>; now: Date }) {
  const { result, address, owners, id } = look;
  if (result === null) {
    return (
      <p className="desk-empty" role="status" data-waiting="">
        Looking at {address} … its feeds are asked one after another. <a href={`/admin/titles/add?look=${id}`}>See whether it is done</a>
      </p>
    );
  }
  switch (result.kind) {
    case "found":
      return <NewTitleForm lookId={id} feeds={result.feeds} owners={owners} now={now} />;
    case "nothing":
      return (
        <p className="desk-note">
          There is no feed at {address}, and its page names none. Perhaps the address of a section does, or of its help pages.
        </p>
      );
    case "failed":
      return <p className="desk-note is-warning">{result.words}</p>;
    case "list":
      return (
        <p className="desk-note">
          That was a list of feeds. <a href={`/admin/titles/opml?look=${id}`}>Choose from it</a>
        </p>
      );
    default:
      return result satisfies never;
  }
}
