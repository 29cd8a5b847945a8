import { NoticePage } from "@/components/notice/notice-page";

export const metadata = { title: "Not in this paper" };

export default function NotFound() {
  return (
    <NoticePage title="This page is not in the paper">
      It may have been withdrawn, or the address may be wrong. <a href="/">Turn to the front page</a>
    </NoticePage>
  );
}
