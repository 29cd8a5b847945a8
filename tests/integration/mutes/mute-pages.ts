import { composeArticle } from "@/app/(reader)/_parts/compose-article";
import { composeAuthor } from "@/app/(reader)/_parts/compose-author";
import { composeChanges } from "@/app/(reader)/_parts/compose-changes";
import { composeEditionPage } from "@/app/(reader)/_parts/compose-edition";
import { composeFollowing } from "@/app/(reader)/_parts/compose-following";
import { composeFront } from "@/app/(reader)/_parts/compose-front";
import { composeHistory } from "@/app/(reader)/_parts/compose-history";
import { composePublisher } from "@/app/(reader)/_parts/compose-publisher";
import { composeSaved } from "@/app/(reader)/_parts/compose-saved";
import { composeSection } from "@/app/(reader)/_parts/compose-section";
import { composeStory, composeStoryByCountry } from "@/app/(reader)/_parts/compose-story";
import { composeTitles } from "@/app/(reader)/_parts/compose-titles";
import { composeTop } from "@/app/(reader)/_parts/compose-top";
import { composeTopic } from "@/app/(reader)/_parts/compose-topic";
import { composeTopics } from "@/app/(reader)/_parts/compose-topics";
import { composeWhy } from "@/app/(reader)/_parts/compose-why";
import type { OwnReader } from "@/app/(reader)/_parts/own-route";
import type { ComposedPage } from "@/app/(reader)/_parts/page-view";
import type { OwnAddress } from "@/lib/entitlements/mute-types";
import { findStory } from "@/lib/stories/queries";
import type { World, WorldArticle } from "./mute-world";

/**
 * One output. `own`: whose page it is. `article`: whose own address it is, so that everything that is said of it may stand there.
 * `isList`: the same list for everyone, of which a mute takes out what is muted and nothing else.
 */
export type Output = {
  name: string;
  compose: (reader: OwnReader) => Promise<ComposedPage>;
  own?: OwnAddress;
  article?: WorldArticle;
  isList?: true;
};

const noQuery = new URLSearchParams();

/** Every page that shows an article, a title, a topic or an author, as a signed-in reader is sent it. */
export function listOutputs(world: World): Output[] {
  return [
    { name: "/", compose: (reader) => composeFront({ edition: "world" }, reader) },
    { name: "/section/world", compose: (reader) => composeSection({ section: "world" }, reader), isList: true },
    { name: "/section/science", compose: (reader) => composeSection({ section: "science" }, reader), isList: true },
    { name: "/top", compose: (reader) => composeTop(undefined, reader), isList: true },
    { name: "/top/science", compose: (reader) => composeTop({ section: "science" }, reader), isList: true },
    { name: "/titles", compose: (reader) => composeTitles(undefined, reader) },
    { name: "/topics", compose: (reader) => composeTopics(undefined, reader) },
    { name: "/saved", compose: (reader) => composeSaved({}, reader, noQuery), isList: true },
    { name: "/history", compose: (reader) => composeHistory({}, reader, noQuery), isList: true },
    { name: "/following", compose: (reader) => composeFollowing({}, reader) },
    { name: "/edition", compose: (reader) => composeEditionPage({}, reader, noQuery) },
    ...world.publishers.map(({ id, slug }) => ownPage("publisher", id, (reader) => composePublisher({ slug }, reader))),
    ...world.authors.map(({ id, slug }) => ownPage("author", id, (reader) => composeAuthor({ slug }, reader))),
    ...world.topics.map(({ id, slug }) => ownPage("topic", id, (reader) => composeTopic({ slug }, reader))),
    ...world.stories
      .slice(0, 6)
      .flatMap(({ id, slug }) => [
        ownPage("story", id, (reader) => composeStory({ slug }, reader)),
        ownPage("story", id, (reader) => composeStoryByCountry({ slug }, reader)),
      ]),
    ...world.articles
      .slice(0, 60)
      .filter((article) => article.id % 12 === 1)
      .flatMap(articlePages),
  ];
}

function articlePages(article: WorldArticle): Output[] {
  const { slug } = article;
  return [
    { name: `/article/${slug}`, article, compose: (reader) => composeArticle({ slug }, reader) },
    { name: `/article/${slug}/changes`, article, compose: (reader) => composeChanges({ slug }, reader) },
    { name: `/why/${slug}`, article, compose: (reader) => composeWhy({ slug }, reader, noQuery) },
  ];
}

const ownPage = (kind: OwnAddress["kind"], id: number, compose: Output["compose"]): Output => ({
  name: `/${kind}/${id}`,
  own: { kind, id },
  compose,
  isList: true,
});

/** Headlines of the stories that a story's page leads to, which no address of an article gives away. */
export async function listLinkedHeadlines(slug: string, { viewer, now }: OwnReader): Promise<string[]> {
  const found = await findStory(slug, viewer, now);
  if (!found || "movedTo" in found || "allMuted" in found) return [];
  return [...found.earlier, ...found.later, ...found.otherLanguages].map(({ headline }) => headline);
}
