import type { TasteDone } from "./types";

type TasteFormsProps = { slug: string; orderId: number | null; done: TasteDone };

const said: Record<"more" | "less", string> = {
  more: "We will show you more like this.",
  less: "We will show you less like this.",
};

/** More or less like this; once it is said, how to take it back. */
export function TasteForms({ slug, orderId, done }: TasteFormsProps) {
  return (
    <div className="why-taste">
      {done.taste !== null && (
        <form method="post" action="/reading/taste" className="form-done" role="status">
          {said[done.taste]} <Hidden slug={slug} orderId={orderId} />
          <input type="hidden" name="undo" value="1" />
          <button type="submit" name="taste" value={done.taste} className="link-button">
            Undo
          </button>
        </form>
      )}
      {done.isUndone && (
        <p className="form-done" role="status">
          Taken back.
        </p>
      )}
      <form method="post" action="/reading/taste">
        <Hidden slug={slug} orderId={orderId} />
        <button type="submit" name="taste" value="more" className="button button-quiet">
          More like this
        </button>
        <button type="submit" name="taste" value="less" className="button button-quiet">
          Less like this
        </button>
      </form>
    </div>
  );
}

function Hidden({ slug, orderId }: { slug: string; orderId: number | null }) {
  return (
    <>
      <input type="hidden" name="article" value={slug} />
      {orderId !== null && <input type="hidden" name="order" value={orderId} />}
      <input type="hidden" name="returnTo" value={`/why/${slug}`} />
    </>
  );
}
