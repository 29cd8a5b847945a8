import { StartPage } from "@/components/start/start-page";
import { sendPage } from "../_parts/send-page";
import { answerStart, startHeaders } from "./_parts/answer-start";

/** Onboarding: what one can pick, and the page that it makes. For visitors and accounts alike. */
export function GET(request: Request): Promise<Response> {
  return answerStart(request, (view, { badge, now }, query) => {
    const isFull = query.get("refused") === "too-many";
    const head = (
      <>
        <meta name="robots" content="noindex" />
        <script src="/start.js" defer />
      </>
    );
    const page = <StartPage view={view} isFull={isFull} viewer={badge} now={now} />;
    return sendPage({ title: "Make it yours", head, page, tags: [] }, startHeaders);
  });
}
