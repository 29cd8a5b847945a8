import { NoticePage } from "./notice-page";

/** What an address that leads nowhere shows, in either lane. */
export function NotFoundPage() {
  return (
    <NoticePage title="This page is not in the paper">
      It may have been withdrawn, or the address may be wrong. <a href="/">Turn to the front page</a>
    </NoticePage>
  );
}
