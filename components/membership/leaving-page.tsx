import { NoticePage } from "@/components/notice/notice-page";

/** Shown for the moment in which the browser goes on to the payment provider's own page. */
export function LeavingPage({ url }: { url: string }) {
  return (
    <NoticePage title="On to the payment page">
      It is the provider’s own, and comes back here when you are done. If it does not open by itself: <a href={url}>continue</a>
    </NoticePage>
  );
}
