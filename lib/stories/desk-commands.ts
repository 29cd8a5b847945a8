import "server-only";
import { requireEditor, type Staff } from "@/lib/accounts/guards";
import { staffAct } from "@/lib/accounts/staff-guards";
import { notFound, refuse, type StaffRefusal } from "@/lib/accounts/staff-refusal";
import { addMs, hourMs } from "@/lib/core/clock";
import { ok, type Result } from "@/lib/core/result";
import { forgetRemembered } from "@/lib/platform/remember";
import { type StoryWord, sayOfStory } from "./desk-edit-store";
import { freeArticles, type Moved, mergeStories, moveArticles, type Refused, splitStory } from "./desk-move-store";
import { movedMax, StoryAct } from "./desk-types";

const refusals: Record<Exclude<Refused, "not-found">, string> = {
  "no-other": "There is no story at that address. Where another absorbed it, name that one.",
  "other-language": "The two are told in different languages; stories of two languages are linked, not merged.",
  same: "That is this very story.",
  "too-many": `It has more than ${movedMax} articles; take some out first.`,
  all: "Those are all its articles: merge the whole story instead.",
  none: "Check the articles of this story that are meant.",
};

/** What an editor does to a story. @returns the slug of the story to go on with */
export function actOnStory(input: Record<string, unknown>): Promise<Result<string, StaffRefusal>> {
  return staffAct(requireEditor, StoryAct, input, async (staff, act, now) => {
    const done = await carryOut(act, staff, now);
    if (!done.ok) return done.why === "not-found" ? notFound : refuse("conflict", refusals[done.why]);
    forgetRemembered();
    return ok(done.slug);
  });
}

function carryOut(act: StoryAct, { actor }: Staff, now: Date): Promise<Moved> {
  const by = { by: actor, now };
  const say = async (name: string, word: StoryWord): Promise<Moved> =>
    (await sayOfStory(act.slug, name, word, by)) ? { ok: true, slug: act.slug } : { ok: false, why: "not-found" };
  switch (act.act) {
    case "merge":
      return mergeStories(act.slug, act.into, by);
    case "split":
      return splitStory(act.slug, act.article, by);
    case "move":
      return moveArticles(act.slug, act.into, act.article, by);
    case "free":
      return freeArticles(act.slug, act.article, by);
    case "rename":
      return say("story.rename", { deskHeadline: act.headline === "" ? null : act.headline });
    case "lead":
      return say("story.lead", { deskLeadId: act.lead === 0 ? null : act.lead });
    case "live":
      return say("story.live", { liveUntil: act.hours === 0 ? null : addMs(now, act.hours * hourMs) });
    default:
      return act satisfies never;
  }
}
