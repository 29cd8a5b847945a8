import type { LoadedEvent, NewsroomArticle, NewsroomTitle } from "./types";

/**
 * Checks what a shape cannot say: references between titles, articles and pictures.
 *
 * @param loaded events with the file each came from
 * @returns one line a fault, "file: path: what is wrong"; empty when all is well
 */
export function checkEvents(titles: NewsroomTitle[], loaded: LoadedEvent[]): string[] {
  const faults: string[] = [];
  const titleBySlug = new Map(titles.map((title) => [title.slug, title]));
  const firstUse = new Map<string, string>();
  const claim = (name: string, where: string) => {
    const first = firstUse.get(name);
    if (first !== undefined) faults.push(`${where}: ${name} is already used at ${first}`);
    else firstUse.set(name, where);
  };
  const sceneOfPicture = new Map<string, string>();

  for (const { file, event } of loaded) {
    claim(`event key "${event.key}"`, `${file}: key`);
    for (const [index, article] of event.articles.entries()) {
      const where = `${file}: articles[${index}]`;
      claim(`article key "${article.key}" of ${article.title}`, `${where}.key`);
      faults.push(...checkTitle(article, titleBySlug.get(article.title), where));
      faults.push(...checkPictures(article, where, sceneOfPicture));
      faults.push(...checkUpdate(article, where));
    }
  }
  return faults;
}

function checkTitle(article: NewsroomArticle, title: NewsroomTitle | undefined, where: string): string[] {
  if (title === undefined) return [`${where}.title: no title "${article.title}" in titles.json`];
  if (title.sections.includes(article.section)) return [];
  return [`${where}.section: ${title.slug} has no section "${article.section}" (it has ${title.sections.join(", ")})`];
}

function checkPictures(article: NewsroomArticle, where: string, sceneOfPicture: Map<string, string>): string[] {
  const faults: string[] = [];
  const own = new Set<string>();
  for (const [index, picture] of article.pictures.entries()) {
    if (own.has(picture.key)) faults.push(`${where}.pictures[${index}].key: "${picture.key}" is used twice in this article`);
    own.add(picture.key);
    // Two titles may run one agency picture, but its address within a title must mean one picture.
    const address = `${article.title}/${picture.key}`;
    const scene = sceneOfPicture.get(address) ?? picture.scene;
    sceneOfPicture.set(address, scene);
    if (scene !== picture.scene) faults.push(`${where}.pictures[${index}].key: "${picture.key}" is another picture (${scene}) elsewhere`);
  }
  const blocks = [
    ...article.body.map((block, i) => ({ block, at: `body[${i}]` })),
    ...(article.update?.appendBody ?? []).map((block, i) => ({ block, at: `update.appendBody[${i}]` })),
  ];
  for (const { block, at } of blocks) {
    const key = /^!\[(.*)\]$/.exec(block.trim())?.[1];
    if (key !== undefined && !own.has(key)) faults.push(`${where}.${at}: no picture "${key}" among this article's pictures`);
  }
  return faults;
}

function checkUpdate(article: NewsroomArticle, where: string): string[] {
  const update = article.update;
  if (update === undefined) return [];
  const faults: string[] = [];
  const find = update.replaceBody?.find;
  if (find !== undefined && !article.body.some((block) => block.includes(find))) {
    faults.push(`${where}.update.replaceBody.find: the body does not contain "${find}"`);
  }
  if (update.afterMinutes <= -article.minutesAgo) faults.push(`${where}.update.afterMinutes: the update would come before the article`);
  return faults;
}
