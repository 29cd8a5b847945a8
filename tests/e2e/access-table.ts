/**
 * What a request to a route comes to, by who asks.
 * - `all`: a page or file for everyone.
 * - `account`: a page for whoever is signed in; a visitor is led to sign in.
 * - `proof`: as `account`, but an account may be led on: to prove itself anew, or because it has nothing to do there.
 * - `own`: a page of one's own; a number that is not the asker's is not there.
 * - `own-page`: as `own`, but a visitor is led to sign in.
 * - `form`: a form anyone may send: answered with the way back to its page, never a fault.
 * - `account-form`: a form of whoever is signed in; a visitor is led to sign in, a form from another site changes nothing.
 * - `editor`, `admin`: a page of the desk or the office: for anyone below it is not there. An editor who has shown no second
 *   factor is below.
 * - `publisher`: a page of a title's own staff: for anyone else, editors included, it is not there.
 * - `editor-form`, `admin-form`, `publisher-form`: an act of theirs: for anyone else, and from another site, it is not there.
 *   One that lacks its fields is refused in words.
 * - `lane`: the inside address of a page, which leads back to its public one.
 * - `machine`: for machines that sign what they send; anyone else is refused.
 * - `fault`: the page that stands in for one that failed.
 * - `none`: the route does not take this method; a page shows itself as it does to a GET.
 */
export type Access =
  | "all"
  | "account"
  | "proof"
  | "own"
  | "own-page"
  | "form"
  | "account-form"
  | "editor"
  | "admin"
  | "publisher"
  | "editor-form"
  | "admin-form"
  | "publisher-form"
  | "lane"
  | "machine"
  | "fault"
  | "none";

export type Row = { get: Access; post: Access };

const page = (get: Access): Row => ({ get, post: "none" });
const form = (post: "form" | "account-form" | "editor-form" | "admin-form" | "publisher-form" | "machine"): Row => ({ get: "none", post });

/** Every route of the build; one that stands here and not in the build, or the other way round, fails. */
export const accessTable: Record<string, Row> = {
  // The paper, in its two lanes.
  "/article/[slug]": page("all"),
  "/article/[slug]/changes": page("all"),
  "/author/[slug]": page("all"),
  "/author/[slug]/before/[cursor]": page("all"),
  "/front/[edition]": page("lane"),
  "/front/[edition]/titles": page("lane"),
  "/front/[edition]/topics": page("lane"),
  "/publisher/[slug]": page("all"),
  "/publisher/[slug]/before/[cursor]": page("all"),
  "/publisher/[slug]/health": page("all"),
  "/section/[section]": page("all"),
  "/section/[section]/before/[cursor]": page("all"),
  "/story/[slug]": page("all"),
  "/story/[slug]/countries": page("all"),
  "/section/[section]/feed.atom": page("all"),
  "/section/[section]/feed.json": page("all"),
  "/section/[section]/feed.xml": page("all"),
  "/topic/[slug]": page("all"),
  "/topic/[slug]/before/[cursor]": page("all"),
  "/topic/[slug]/feed.atom": page("all"),
  "/topic/[slug]/feed.json": page("all"),
  "/topic/[slug]/feed.xml": page("all"),
  "/picks/[list]": page("all"),
  "/picks/[list]/before/[cursor]": page("all"),
  "/member/picks/[list]": page("lane"),
  "/member/picks/[list]/before/[cursor]": page("lane"),
  "/top/[section]": page("all"),
  "/top/[section]/[edition]": page("all"),
  "/member/article/[slug]": page("lane"),
  "/member/article/[slug]/changes": page("lane"),
  "/member/author/[slug]": page("lane"),
  "/member/author/[slug]/before/[cursor]": page("lane"),
  "/member/front/[edition]": page("lane"),
  "/member/publisher/[slug]": page("lane"),
  "/member/publisher/[slug]/before/[cursor]": page("lane"),
  "/member/publisher/[slug]/health": page("lane"),
  "/member/section/[section]": page("lane"),
  "/member/section/[section]/before/[cursor]": page("lane"),
  "/member/story/[slug]": page("lane"),
  "/member/story/[slug]/countries": page("lane"),
  "/member/titles": page("lane"),
  "/member/topic/[slug]": page("lane"),
  "/member/topic/[slug]/before/[cursor]": page("lane"),
  "/member/topics": page("lane"),
  "/member/top": page("lane"),
  "/member/top/[section]": page("lane"),
  "/member/top/[section]/[edition]": page("lane"),
  "/gift/[token]": page("own"),
  "/reading/[slug]/gift": form("account-form"),
  "/reading/[slug]/open": form("account-form"),
  "/reading/[slug]/progress": form("account-form"),
  "/reading/[slug]/report": form("account-form"),
  "/reading/[slug]/save": form("account-form"),
  "/reading/history/clear": form("account-form"),
  "/reading/history/forget": form("account-form"),
  "/reading/history/keep": form("account-form"),
  "/reading/mark-all": form("account-form"),
  "/reading/mark-all/undo": form("account-form"),
  "/reading/saved/drop": form("account-form"),
  "/reading/seen": form("account-form"),
  "/history": page("account"),
  "/saved": page("account"),

  // A title's own staff, and what members' fees come to.
  "/partner": page("publisher"),
  "/partner/articles": page("publisher"),
  "/partner/articles/[slug]": page("own"),
  "/partner/feeds": page("publisher"),
  "/partner/policy": page("publisher"),
  "/partner/policy/keep": form("publisher-form"),
  "/partner/statements": page("publisher"),
  "/partner/statements/[month]": page("own"),
  "/partner/statements/[month]/csv": page("own"),
  "/admin/payouts": page("admin"),
  "/admin/payouts/[month]": page("own"),
  "/admin/payouts/check": form("admin-form"),
  "/admin/payouts/close": form("admin-form"),
  "/membership/receipt": page("account"),
  "/membership/receipt/[month]": page("own-page"),
  "/membership/receipt/[month]/csv": page("own-page"),
  "/reading/[slug]/not-worth": form("account-form"),

  // Following, and choosing what to follow.
  "/for-you/[order]/from/[place]": page("own-page"),
  "/front-page": page("account"),
  "/profile": page("account"),
  "/profile/reset": page("account"),
  "/why/[slug]": page("own-page"),
  "/reading/blocks": form("account-form"),
  "/reading/profile": form("account-form"),
  "/reading/taste": form("account-form"),
  "/following": page("account"),
  "/following/before/[cursor]": page("account"),
  "/reading/follow": form("account-form"),
  "/mutes": page("account"),
  "/report": page("account"),
  "/report/[slug]": page("own-page"),
  "/reading/mute": form("account-form"),
  "/reading/unmute": form("account-form"),
  "/start": page("all"),
  "/start/adopt": page("form"),
  "/start/preview": page("all"),
  "/start/submit": form("form"),

  // Ways in.
  "/sign-in": page("all"),
  "/sign-in/submit": form("form"),
  "/sign-in/code": page("all"),
  "/sign-in/code/submit": form("form"),
  "/sign-in/letter": page("all"),
  "/sign-in/letter/submit": form("form"),
  "/sign-in/link": page("all"),
  "/sign-in/link/submit": form("form"),
  "/sign-in/passkey": form("form"),
  "/sign-in/second-step": page("form"),
  "/sign-in/second-step/code": form("form"),
  "/sign-in/second-step/passkey": form("form"),
  "/sign-in/with/[provider]": page("form"),
  "/sign-up": page("all"),
  "/sign-up/submit": form("form"),
  "/sign-out": form("form"),
  "/reset": page("all"),
  "/reset/submit": form("form"),
  "/reset/new": page("all"),
  "/reset/new/submit": form("form"),
  "/verify": page("account"),
  "/verify/submit": form("form"),
  "/verify/new-address": page("all"),
  "/verify/new-address/submit": form("form"),
  "/api/auth/callback/[provider]": { get: "form", post: "form" },

  // One's own account.
  "/welcome": page("account"),
  "/settings": page("account"),
  "/settings/reading": page("account"),
  "/settings/reading/personal": form("account-form"),
  "/settings/reading/submit": form("account-form"),
  "/settings/change/[what]": form("account-form"),
  "/settings/ways/[provider]": page("form"),
  "/settings/data": page("account"),
  "/settings/data/export": page("proof"),
  "/settings/data/opml": page("proof"),
  "/settings/data/erase": page("proof"),
  "/settings/data/erase/submit": form("account-form"),
  "/settings/passkeys": page("account"),
  "/settings/passkeys/add": form("account-form"),
  "/settings/passkeys/remove": form("account-form"),
  "/settings/passkeys/rename": form("account-form"),
  "/settings/two-factor": page("account"),
  "/settings/two-factor/begin": form("account-form"),
  "/settings/two-factor/codes": form("account-form"),
  "/settings/two-factor/confirm": form("account-form"),
  "/settings/two-factor/kept": form("account-form"),
  "/settings/two-factor/remove": form("account-form"),
  // Whoever has a mail of ours: its program asks without cookies, so its link is the proof.
  "/unsubscribe/[token]": { get: "own", post: "machine" },
  "/step-up": page("account"),
  "/step-up/code": form("form"),
  "/step-up/mail": form("account-form"),
  "/step-up/mail-code": form("form"),
  "/step-up/passkey": form("form"),
  "/step-up/password": form("form"),

  // The office: members, jobs, settings; and the log, which the desk sees too.
  "/admin/jobs": page("admin"),
  "/admin/jobs/drop": form("admin-form"),
  "/admin/jobs/retry": form("admin-form"),
  "/admin/jobs/retry-all": form("admin-form"),
  "/admin/members": page("admin"),
  "/admin/members/[id]": page("own"),
  "/admin/members/[id]/erase": form("admin-form"),
  "/admin/members/[id]/export": form("admin-form"),
  "/admin/members/[id]/grant": form("admin-form"),
  "/admin/members/[id]/refund": form("admin-form"),
  "/admin/members/[id]/role": form("admin-form"),
  "/admin/members/[id]/sign-out": form("admin-form"),
  "/admin/members/[id]/verify": form("admin-form"),
  "/admin/settings": page("admin"),
  "/admin/health": page("admin"),
  "/admin/titles": page("admin"),
  "/admin/titles/[slug]": page("own"),
  "/admin/titles/add": page("admin"),
  "/admin/titles/edit": form("admin-form"),
  "/admin/titles/feeds/act": form("admin-form"),
  "/admin/titles/feeds/add": form("admin-form"),
  "/admin/titles/feeds/edit": form("admin-form"),
  "/admin/titles/include": form("admin-form"),
  "/admin/titles/logo": form("admin-form"),
  "/admin/titles/look": form("admin-form"),
  "/admin/titles/merge": form("admin-form"),
  "/admin/titles/opml": page("admin"),
  "/admin/titles/opml/add": form("admin-form"),
  "/admin/titles/opml/export": page("admin"),
  "/admin/titles/opml/read": form("admin-form"),
  "/admin/titles/refuse": form("admin-form"),
  "/admin/titles/standing": form("admin-form"),
  "/desk/find": page("editor"),
  "/desk/articles/[slug]": page("own"),
  "/desk/articles/[slug]/act": form("editor-form"),
  "/desk/articles/[slug]/topics": form("editor-form"),
  "/desk/stories/[slug]": page("own"),
  "/desk/stories/[slug]/act": form("editor-form"),
  "/desk/reports": page("editor"),
  "/desk/reports/[id]/answer": form("editor-form"),
  "/desk/log": page("editor"),
  "/desk/log/[seq]": page("own"),
  "/desk/log/verify": form("admin-form"),

  // The membership.
  "/price": page("all"),
  "/membership": page("account"),
  "/membership/cancel": page("proof"),
  "/membership/cancel/submit": form("account-form"),
  "/membership/checkout": form("account-form"),
  "/membership/joined": page("proof"),
  "/membership/keep": form("account-form"),
  "/membership/pause": form("account-form"),
  "/membership/plan": form("account-form"),
  "/membership/portal": form("account-form"),
  "/membership/resume": form("account-form"),
  "/membership/return": page("form"),
  "/gift-membership": page("all"),
  "/gift-membership/buy": form("account-form"),
  "/gift-membership/redeem": page("all"),
  "/gift-membership/redeem/submit": form("account-form"),
  "/gift-membership/return": page("form"),
  "/api/webhooks/[provider]": form("machine"),

  // The provider of an install that has no other: whoever has the number of a page may pay there.
  "/sandbox/checkout/[session]": page("own"),
  "/sandbox/checkout/[session]/pay": form("form"),
  "/sandbox/checkout/[session]/confirm": page("own"),
  "/sandbox/checkout/[session]/confirm/answer": form("form"),
  "/sandbox/clock": page("account"),
  "/sandbox/clock/move": form("account-form"),
  "/sandbox/invoice/[invoice]": page("own"),
  "/sandbox/portal/[portal]": page("own"),
  "/sandbox/portal/[portal]/card": form("form"),
  "/sandbox/portal/[portal]/renewal": form("form"),

  // A demo install's own mails.
  "/outbox": page("all"),
  "/outbox/[name]": page("own"),

  // Lists that editors fill.
  "/desk": page("editor"),
  "/desk/preview": page("editor"),
  "/desk/lists": page("editor"),
  "/desk/lists/define": form("admin-form"),
  "/desk/lists/[list]": page("own"),
  "/desk/lists/[list]/act": form("editor-form"),
  "/desk/lists/[list]/add": page("own"),
  "/desk/lists/[list]/history": page("own"),
  "/desk/lists/[list]/picks/[key]": page("own"),
  "/desk/lists/[list]/publish": form("editor-form"),
  "/desk/lists/[list]/restore": form("editor-form"),
  "/desk/lists/[list]/set": form("editor-form"),
  "/desk/lists/[list]/version": page("own"),

  // For machines, and what every page needs.
  "/api/health": page("all"),
  "/api/internal/invalidate": form("machine"),
  "/api/websub/[key]": { get: "machine", post: "machine" },
  "/media/[hash]/[width]": page("own"),
  "/edition": page("account"),
  "/bot": page("all"),
  "/frame": page("all"),
  "/manifest.webmanifest": page("all"),
  "/_not-found": page("own"),
  "/_global-error": { get: "fault", post: "all" },
};
