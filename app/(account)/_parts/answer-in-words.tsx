import { sendPage } from "@/app/(reader)/_parts/send-page";
import { NoticePage } from "@/components/notice/notice-page";

const words = {
  "too-many-attempts": { status: 429, title: "Too many tries" },
  busy: { status: 503, title: "A queue at the door" },
};

/** A refusal that machines must understand as well: its status and after how long to come back, with a page for people. */
export async function answerInWords(kind: keyof typeof words, retryAfterSec: number): Promise<Response> {
  const { status, title } = words[kind];
  const way =
    kind === "busy" ? (
      <>
        Many are signing in at this moment. <a href="/sign-in">Try again in a few seconds</a>.
      </>
    ) : (
      <>
        Nobody can guess passwords here, not even you. <a href="/sign-in/letter">Have a link mailed to you</a>, which works at once, or come
        back {waitWords(retryAfterSec)}.
      </>
    );
  const view = { title, head: <meta name="robots" content="noindex" />, page: <NoticePage title={title}>{way}</NoticePage>, tags: [] };
  const page = await sendPage(view, { "retry-after": String(retryAfterSec), "cache-control": "no-store" });
  return new Response(page.body, { status, headers: page.headers });
}

function waitWords(sec: number): string {
  if (sec < 90) return "in a minute";
  if (sec < 90 * 60) return `in ${Math.ceil(sec / 60)} minutes`;
  return sec < 36 * 3_600 ? `in ${Math.round(sec / 3_600)} hours` : "tomorrow";
}
