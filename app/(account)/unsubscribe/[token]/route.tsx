import { sendFault } from "@/app/(reader)/_parts/fault-page";
import type { PageView } from "@/app/(reader)/_parts/page-view";
import { sendPage } from "@/app/(reader)/_parts/send-page";
import { AccountFrame } from "@/components/account/account-frame";
import { isMailLink, stopMails } from "@/lib/accounts/mail-commands";

type Asked = { params: Promise<{ token: string }> };

/** Nobody may keep it, list it, or learn its address from a link that is followed. */
const headers = { "cache-control": "private, no-store", "x-robots-tag": "noindex, nofollow" };
const head = (
  <>
    <meta name="robots" content="noindex" />
    <meta name="referrer" content="no-referrer" />
  </>
);

/** What the link of a mail shows: one button. Following it stops nothing, since mail scanners follow every link. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  return sendPage(isMailLink((await params).token) ? question : null, headers);
}

/** Stops the mails: pressed on the page, or sent by a mail program, which carries no cookie and follows no redirect. */
export async function POST(_request: Request, { params }: Asked): Promise<Response> {
  try {
    return await sendPage((await stopMails((await params).token)) ? done : null, headers);
  } catch (cause) {
    return sendFault(cause, headers);
  }
}

const question: PageView = {
  title: "No more of these mails",
  head,
  page: (
    <AccountFrame
      title="Stop the mails of the first week?"
      words="Receipts, and what changes about your account or your money, will still come."
      marks={[]}
    >
      <form className="form" method="post">
        <button type="submit" className="button">
          Stop them
        </button>
      </form>
    </AccountFrame>
  ),
  tags: [],
};

const done: PageView = {
  title: "These mails stop here",
  head,
  page: (
    <AccountFrame title="They stop here" words="You get no more mails of the first week." marks={[]}>
      <p>
        If that was a slip, <a href="/settings">your settings</a> let them come again.
      </p>
    </AccountFrame>
  ),
  tags: [],
};
