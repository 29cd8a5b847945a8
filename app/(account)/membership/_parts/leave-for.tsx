import { sendPage } from "@/app/(reader)/_parts/send-page";
import { LeavingPage } from "@/components/membership/leaving-page";

/**
 * A page that goes on to the provider by itself. A redirect would not do: after a form it would be held against our
 * own `form-action`, which names no other site.
 *
 * @throws Error for an address that is not of the web
 */
export function leaveFor(url: URL): Promise<Response> {
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new Error(`The provider's page is at ${url.protocol}`);
  const head = (
    <>
      <meta name="robots" content="noindex" />
      <meta httpEquiv="refresh" content={`0; url=${url.href}`} />
    </>
  );
  const page = <LeavingPage url={url.href} />;
  return sendPage({ title: "To the payment", head, page, tags: [] }, { "cache-control": "no-store" });
}
