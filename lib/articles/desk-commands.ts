import "server-only";
import { requireEditor, type Staff } from "@/lib/accounts/guards";
import { staffAct } from "@/lib/accounts/staff-guards";
import { notFound, refuse, type StaffRefusal } from "@/lib/accounts/staff-refusal";
import { ok, type Result } from "@/lib/core/result";
import { forgetRemembered } from "@/lib/platform/remember";
import { setCorrection, setHidden, setSection, wishOwnWall } from "./desk-edit-store";
import { findActFacts } from "./desk-store";
import { ArticleAct } from "./desk-types";
import { restoreArticle, setEmbargo, withdrawArticle } from "./withdraw-store";

/** What an editor does to an article. @returns its slug */
export function actOnArticle(input: Record<string, unknown>): Promise<Result<string, StaffRefusal>> {
  return staffAct(requireEditor, ArticleAct, input, async (staff, act, now) => {
    const facts = await findActFacts(act.slug);
    if (!facts) return notFound;
    const refusal = whyNot(act, facts);
    if (refusal !== null) return refuse("conflict", refusal);
    if (!(await carryOut(act, staff, now))) return notFound;
    // This process's own remembered reads, at once; the worker tells the rest.
    forgetRemembered();
    return ok(act.slug);
  });
}

function whyNot({ act }: ArticleAct, { isPartner, isWithdrawn }: { isPartner: boolean; isWithdrawn: boolean }): string | null {
  if (isWithdrawn && act !== "restore") return "This article is withdrawn: nothing of it is left to change. Give it back first.";
  if (!isWithdrawn && act === "restore") return "This article is not withdrawn.";
  if (act === "wall" && !isPartner) return "Its title is no partner of ours, so nothing of it is charged and no wall can be set.";
  return null;
}

function carryOut(act: ArticleAct, { actor: by }: Staff, now: Date): Promise<boolean> {
  const { slug } = act;
  switch (act.act) {
    case "section":
      return setSection(act.section, { slug, by, now });
    case "hide":
      return setHidden(true, { slug, by, now });
    case "unhide":
      return setHidden(false, { slug, by, now });
    case "withdraw":
      return withdrawArticle(slug, by, now, act.reason);
    case "restore":
      return restoreArticle(slug, by, now, act.reason);
    case "embargo":
      return setEmbargo(slug, act.until === "" ? null : act.until, by, now);
    case "wall":
      return wishOwnWall(act.wall === "title" ? null : act.wall, { slug, by, now });
    case "correct":
      return setCorrection(act.words, { slug, by, now });
    default:
      return act satisfies never;
  }
}
