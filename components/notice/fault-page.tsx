import { NoticePage } from "./notice-page";

/** What a page that could not be made shows where no script can ask for it again. */
export function FaultPage() {
  return (
    <NoticePage title="This page did not print">
      The fault is ours, and it has been noted. Load the page once more, or <a href="/">turn to the front page</a>.
    </NoticePage>
  );
}
