import { StartLive } from "@/components/start/start-page";
import { printPage } from "../../_parts/print-page";
import { answerStart, startHeaders } from "../_parts/answer-start";

/** What changes of the page with each choice, for its script; without script the page itself is asked again. */
export function GET(request: Request): Promise<Response> {
  return answerStart(request, async (view, { badge, now }) => {
    const html = printPage(<StartLive view={view} viewer={badge} now={now} />);
    return new Response(html, { headers: { "content-type": "text/html; charset=utf-8", ...startHeaders } });
  });
}
