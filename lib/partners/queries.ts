import "server-only";
import type { requirePublisher } from "@/lib/accounts/guards";
import { type ArticleChange, listChanges } from "@/lib/articles/list-changes";
import { listReplacedVersions } from "@/lib/articles/revision-list-store";
import { listStatementMonths, listStatements } from "@/lib/payouts/statement-store";
import type { StatementView } from "@/lib/payouts/types";
import { fillDays, lastDays } from "./day-span";
import { checkOwnArticles, type DeadPicture, listDeadPictures, listOwnFeedEvents, listOwnFeeds } from "./feed-check-store";
import {
  findOwnArticle,
  getTitle,
  listArticleDays,
  listArticleFigures,
  listCountryReaders,
  listTitleDays,
  type OwnArticle,
} from "./figure-store";
import { hideFew, type ShownCountries } from "./hide-few";
import { getOwnPolicy } from "./policy-store";
import type { ArticleFigures, DayFigures, OwnFeed, OwnFeedEvent, OwnPolicy, SelfCheck, SortColumn, Span, TitleDayFigures } from "./types";

/** Someone of a title's own staff, as the guard admitted them: whatever is read here is of that title and no other. */
export type TitleStaff = NonNullable<Awaited<ReturnType<typeof requirePublisher>>>;

const blank = { reads: 0, completed: 0, activeSec: 0, saves: 0, gifts: 0, giftOpens: 0 };
const overviewDays = 28;
const topMax = 10;

/** A title's last 28 days, the 28 before them, what was read most, and where its readers are. */
export type TitleOverview = {
  title: { slug: string; name: string };
  days: TitleDayFigures[];
  before: TitleDayFigures[];
  top: ArticleFigures[];
  countries: ShownCountries;
};

/** The overview of the asker's own title. */
export async function readTitleOverview({ publisherId }: TitleStaff, now: Date): Promise<TitleOverview> {
  const days = lastDays(now, 2 * overviewDays);
  const from = days[overviewDays] ?? "";
  const [title, rows, top, countries] = await Promise.all([
    getTitle(publisherId),
    listTitleDays(publisherId, days[0] ?? ""),
    listArticleFigures({ publisherId, from, sort: "reads", take: topMax }),
    listCountryReaders(publisherId),
  ]);
  const filled = fillDays(days, rows, { ...blank, readers: 0 });
  return { title, days: filled.slice(overviewDays), before: filled.slice(0, overviewDays), top, countries: hideFew(countries) };
}

/** The own title's articles that anything happened to in the last days, at most 200, and its days. */
export async function readTitleArticles(
  { publisherId }: TitleStaff,
  { days, sort }: { days: Span; sort: SortColumn },
  now: Date,
): Promise<{ title: { slug: string; name: string }; articles: ArticleFigures[]; days: TitleDayFigures[] }> {
  const span = lastDays(now, days);
  const from = span[0] ?? "";
  const [title, articles, rows] = await Promise.all([
    getTitle(publisherId),
    listArticleFigures({ publisherId, from, sort }),
    listTitleDays(publisherId, from),
  ]);
  return { title, articles, days: fillDays(span, rows, { ...blank, readers: 0 }) };
}

/** One of the own title's articles with its days and what was changed of it. */
export type ArticleReport = { article: OwnArticle; days: DayFigures[]; changes: ArticleChange[] };

const articleDays = 90;

/** An article of the own title; null where there is none of this slug, or it is another title's. */
export async function readTitleArticle({ publisherId }: TitleStaff, slug: string, now: Date): Promise<ArticleReport | null> {
  const article = await findOwnArticle(publisherId, slug);
  if (!article) return null;
  const from = lastDays(now, articleDays)[0] ?? "";
  const [days, versions] = await Promise.all([listArticleDays(publisherId, article.id, from), listReplacedVersions(article.id, 0)]);
  return { article, days, changes: listChanges(versions, article, article.language) };
}

/** How the own title's feeds are, and what its newest articles lack. */
export type FeedReport = {
  title: { slug: string; name: string };
  feeds: OwnFeed[];
  events: OwnFeedEvent[];
  check: SelfCheck;
  deadPictures: DeadPicture[];
};

/** The self-check of the own title. */
export async function readTitleFeeds({ publisherId }: TitleStaff, now: Date): Promise<FeedReport> {
  const [title, feeds, events, check, deadPictures] = await Promise.all([
    getTitle(publisherId),
    listOwnFeeds(publisherId, now),
    listOwnFeedEvents(publisherId, now),
    checkOwnArticles(publisherId),
    listDeadPictures(publisherId),
  ]);
  return { title, feeds, events, check, deadPictures };
}

/** What the contract of the own title lets us do. */
export const readTitlePolicy = ({ publisherId }: TitleStaff): Promise<OwnPolicy> => getOwnPolicy(publisherId);

/** The own title's statements, without their articles. Order: month desc, currency. */
export const readTitleStatements = ({ publisherId }: TitleStaff): Promise<Omit<StatementView, "lines">[]> =>
  listStatementMonths(publisherId);

/** The own title's statements of a month, one a currency; none where nothing was earned. */
export async function readTitleStatement({ publisherId }: TitleStaff, month: string): Promise<StatementView[]> {
  const { slug } = await getTitle(publisherId);
  return listStatements(slug, month);
}
