import "server-only";
import { requireEditor } from "@/lib/accounts/guards";
import { staffAct } from "@/lib/accounts/staff-guards";
import { notFound, refuse, type StaffRefusal } from "@/lib/accounts/staff-refusal";
import { ok, type Result } from "@/lib/core/result";
import { forgetRemembered } from "@/lib/platform/remember";
import { decideTopic } from "./desk-topic-store";
import { TopicAct } from "./desk-types";

/** An editor's word on what an article is about. @returns the article's slug */
export function decideTopicOf(input: Record<string, unknown>): Promise<Result<string, StaffRefusal>> {
  return staffAct(requireEditor, TopicAct, input, async ({ actor }, { act, slug, topic }, now) => {
    const done = await decideTopic({ slug, named: topic, isAbout: act === "about" }, actor, now);
    if (done.kind === "no-article") return notFound;
    if (done.kind === "no-topic")
      return refuse("invalid", `There is no topic “${topic}” in this language. Its page's address finds it too.`);
    forgetRemembered();
    return ok(slug);
  });
}
