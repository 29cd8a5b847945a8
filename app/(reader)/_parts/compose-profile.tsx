import { ProfilePage } from "@/components/profile/profile-page";
import { ResetPage } from "@/components/profile/reset-page";
import { readOwnProfile } from "@/lib/ranking/profile-queries";
import type { OwnReader } from "./own-route";
import type { PageView } from "./page-view";

const head = <meta name="robots" content="noindex" />;

/** What is thought of whoever asks. */
export async function composeProfile(_params: object, { viewer, badge, now }: OwnReader, query: URLSearchParams): Promise<PageView> {
  const view = await readOwnProfile(viewer, now);
  const page = <ProfilePage view={view} done={query.get("done")} viewer={badge} now={now} />;
  return { title: "What we think you like", head, page, tags: [] };
}

/** The question before all of it is forgotten. */
export async function composeReset(_params: object, { badge, now }: OwnReader): Promise<PageView> {
  return { title: "Forget all of it?", head, page: <ResetPage viewer={badge} now={now} />, tags: [] };
}
