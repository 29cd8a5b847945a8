import type { PgBoss } from "@/lib/platform/queue";
import type { WorkerContext } from "./context";
import { announceChanged } from "./handlers/announce-changed";
import { assignLanguage } from "./handlers/assign-stories";
import { checkPayouts } from "./handlers/check-payouts";
import { closePayouts } from "./handlers/close-payouts";
import { countTitles } from "./handlers/count-titles";
import { deliverSandboxEvents } from "./handlers/deliver-sandbox-events";
import { enrichArticleOf } from "./handlers/enrich-article";
import { fetchLogo } from "./handlers/fetch-logo";
import { fetchPictureOf } from "./handlers/fetch-picture";
import { fileSections } from "./handlers/file-sections";
import { hastenFeed } from "./handlers/hasten-feed";
import { invalidatePages } from "./handlers/invalidate-pages";
import { learnProfiles } from "./handlers/learn-profiles";
import { lookAtAddress } from "./handlers/look-at-address";
import { mergeTitle } from "./handlers/merge-title";
import { pollOne } from "./handlers/poll-one";
import { purgeArticle } from "./handlers/purge-article";
import { rankStories } from "./handlers/rank-stories";
import { readOlder } from "./handlers/read-older";
import { reconcileBilling } from "./handlers/reconcile-billing";
import { refreshStories } from "./handlers/refresh-stories";
import { refreshTopics } from "./handlers/refresh-topics";
import { seedMembership } from "./handlers/seed-membership";
import { seedPicks } from "./handlers/seed-picks";
import { sendAccountNotice } from "./handlers/send-account-notice";
import { sendBooksMail } from "./handlers/send-books-mail";
import { sendGiftMail } from "./handlers/send-gift-mail";
import { sendMembershipMail } from "./handlers/send-membership-mail";
import { sendNotices } from "./handlers/send-notices";
import { sendProof } from "./handlers/send-proof";
import { sendQuietMail } from "./handlers/send-quiet-mail";
import { sendReportAnswer } from "./handlers/send-report-answer";
import { sendWelcome } from "./handlers/send-welcome";
import { settleMembership } from "./handlers/settle-membership";
import { subscribeHubs } from "./handlers/subscribe-hubs";
import { tagTopics } from "./handlers/tag-topics";
import { trainAllSections } from "./handlers/train-sections";
import { verifyAudit } from "./handlers/verify-audit";
import { watchQuietTitles } from "./handlers/watch-quiet-titles";
import { each, type On, workOn } from "./work-queue";

/**
 * The table of contents of all jobs: each queue, its handler and its pace. Pictures a
 * reader waits for have loops of their own, and no host can hold them all; page invalidations of two seconds
 * travel together.
 */
export async function registerHandlers(boss: PgBoss, context: WorkerContext): Promise<void> {
  const on: On = (name, pace, handler) => workOn(boss, name, pace, handler, context);
  await registerPaper(on, context);
  await registerFiling(on, context);
  await registerMembers(on, context);
  await registerTitles(on, context);
  await registerPayouts(on, context);
}

/** From feed to page. */
async function registerPaper(on: On, context: WorkerContext): Promise<void> {
  await on(
    "feeds.hubs",
    { loops: 1, batch: 1, everySec: 10 },
    each(() => subscribeHubs(context)),
  );
  await on(
    "feeds.hasten",
    { loops: 1, batch: 1, everySec: 5 },
    each(({ payload }) => hastenFeed(payload, context)),
  );
  await on(
    "feeds.older",
    { loops: 1, batch: 1, everySec: 2 },
    each(({ payload }) => readOlder(payload, context)),
  );
  await on(
    "articles.enrich",
    { loops: 2, batch: 1, everySec: 1 },
    each(({ payload, attempt }) => enrichArticleOf(payload, attempt, context)),
  );
  await on(
    "stories.assign",
    { loops: 2, batch: 1, everySec: 1 },
    each(({ payload }) => assignLanguage(payload, context)),
  );
  await on(
    "stories.rank",
    { loops: 1, batch: 1, everySec: 1 },
    each(({ payload }) => rankStories(payload, context)),
  );
  await on(
    "stories.refresh",
    { loops: 1, batch: 1, everySec: 2 },
    each(() => refreshStories(context)),
  );
  await on(
    "stories.announce",
    { loops: 1, batch: 1, everySec: 0.5 },
    each(({ payload }) => announceChanged(payload, context)),
  );
  await on(
    "articles.purge",
    { loops: 1, batch: 1, everySec: 1 },
    each(({ payload }) => purgeArticle(payload, context)),
  );
  await on(
    "pictures.fetch",
    { loops: 4, batch: 1, everySec: 1, perGroup: 1 },
    each(({ payload }) => fetchPictureOf(payload, false, context)),
  );
  await on(
    "pictures.want",
    { loops: 4, batch: 1, everySec: 0.5, perGroup: 1 },
    each(({ payload }) => fetchPictureOf(payload, true, context)),
  );
  await on(
    "picks.seed",
    { loops: 1, batch: 1, everySec: 2 },
    each(({ payload }) => seedPicks(payload, context)),
  );
  await on("pages.invalidate", { loops: 1, batch: 200, everySec: 2 }, (jobs) =>
    invalidatePages(
      jobs.map(({ payload }) => payload),
      context,
    ),
  );
}

/** Where articles stand, sections and topics, and what readers like. */
async function registerFiling(on: On, context: WorkerContext): Promise<void> {
  await on("sections.file", { loops: 1, batch: 20, everySec: 1 }, (jobs) =>
    fileSections(
      jobs.map(({ payload }) => payload),
      context,
    ),
  );
  await on(
    "sections.train",
    { loops: 1, batch: 1, everySec: 10 },
    each(() => trainAllSections(context)),
  );
  await on("topics.tag", { loops: 1, batch: 20, everySec: 1 }, (jobs) =>
    tagTopics(
      jobs.map(({ payload }) => payload),
      context,
    ),
  );
  await on(
    "topics.refresh",
    { loops: 1, batch: 1, everySec: 10 },
    each(() => refreshTopics(context)),
  );
  await on(
    "profiles.learn",
    { loops: 1, batch: 1, everySec: 5 },
    each(({ payload }) => learnProfiles(payload, context)),
  );
}

/** What the office asks of titles and their feeds. */
async function registerTitles(on: On, context: WorkerContext): Promise<void> {
  await on(
    "feeds.poll",
    { loops: 2, batch: 1, everySec: 0.5 },
    each(({ payload }) => pollOne(payload, context)),
  );
  await on(
    "titles.look",
    { loops: 2, batch: 1, everySec: 0.5 },
    each(({ payload }) => lookAtAddress(payload, context)),
  );
  await on(
    "titles.logo",
    { loops: 1, batch: 1, everySec: 1 },
    each(({ payload }) => fetchLogo(payload, context)),
  );
  await on(
    "titles.merge",
    { loops: 1, batch: 1, everySec: 1 },
    each(({ payload }) => mergeTitle(payload, context)),
  );
  await on(
    "titles.quiet",
    { loops: 1, batch: 1, everySec: 10 },
    each(() => watchQuietTitles(context)),
  );
  await on(
    "mail.quiet",
    { loops: 1, batch: 1, everySec: 2 },
    each(({ payload }) => sendQuietMail(payload, context)),
  );
}

/** Mails and money. */
async function registerMembers(on: On, context: WorkerContext): Promise<void> {
  await on(
    "mail.proof",
    { loops: 2, batch: 1, everySec: 0.5 },
    each(({ payload }) => sendProof(payload, context)),
  );
  await on(
    "mail.notice",
    { loops: 1, batch: 1, everySec: 2 },
    each(({ payload }) => sendAccountNotice(payload, context)),
  );
  await on(
    "mail.welcome",
    { loops: 1, batch: 1, everySec: 2 },
    each(({ payload }) => sendWelcome(payload, context)),
  );
  await on(
    "sandbox.deliver",
    { loops: 1, batch: 1, everySec: 0.5 },
    each(() => deliverSandboxEvents(context)),
  );
  await on(
    "mail.membership",
    { loops: 1, batch: 1, everySec: 1 },
    each(({ payload }) => sendMembershipMail(payload, context)),
  );
  await on(
    "mail.gift",
    { loops: 1, batch: 1, everySec: 2 },
    each(({ payload }) => sendGiftMail(payload, context)),
  );
  await on(
    "mail.report",
    { loops: 1, batch: 1, everySec: 2 },
    each(({ payload }) => sendReportAnswer(payload, context)),
  );
  await on(
    "billing.settle",
    { loops: 2, batch: 1, everySec: 0.5 },
    each(({ payload }) => settleMembership(payload, context)),
  );
  await on(
    "billing.notices",
    { loops: 1, batch: 1, everySec: 1 },
    each(({ payload }) => sendNotices(payload, context)),
  );
  await on(
    "billing.demo",
    { loops: 1, batch: 1, everySec: 2 },
    each(() => seedMembership(context)),
  );
  await on(
    "billing.reconcile",
    { loops: 1, batch: 1, everySec: 30 },
    each(() => reconcileBilling(context)),
  );
  await on(
    "audit.verify",
    { loops: 1, batch: 1, everySec: 30 },
    each(() => verifyAudit(context)),
  );
}

/** What titles earn and see. */
async function registerPayouts(on: On, context: WorkerContext): Promise<void> {
  await on(
    "payouts.close",
    { loops: 1, batch: 1, everySec: 2 },
    each(({ payload }) => closePayouts(payload, context)),
  );
  await on(
    "payouts.check",
    { loops: 1, batch: 1, everySec: 2 },
    each(() => checkPayouts(context)),
  );
  await on(
    "mail.books",
    { loops: 1, batch: 1, everySec: 5 },
    each(({ payload }) => sendBooksMail(payload, context)),
  );
  await on(
    "partners.count",
    { loops: 1, batch: 1, everySec: 2 },
    each(({ payload }) => countTitles(payload, context)),
  );
}
