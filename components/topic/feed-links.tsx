/** Where any feed reader may follow a list. */
export function FeedLinks({ path }: { path: string }) {
  return (
    <span className="feed-links">
      {"Follow by "}
      <a href={`${path}/feed.xml`}>RSS</a>
      {", "}
      <a href={`${path}/feed.atom`}>Atom</a>
      {" or "}
      <a href={`${path}/feed.json`}>JSON Feed</a>
    </span>
  );
}
