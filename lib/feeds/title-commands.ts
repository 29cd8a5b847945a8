import "server-only";
import { requireAdmin } from "@/lib/accounts/guards";
import { staffAct } from "@/lib/accounts/staff-guards";
import type { StaffRefusal } from "@/lib/accounts/staff-refusal";
import { ok, type Result } from "@/lib/core/result";
import { askLogo, changeStanding, changeTitle, includeTitle, joinTitles, keepRefusal, startLook } from "./title-acts-store";
import { LogoForm, LookForm, MergeForm, NewTitleForm, RefusalForm, StandingForm, TitleForm } from "./title-types";

type Answer<Value> = Promise<Result<Value, StaffRefusal>>;

/** Has an address looked at for feeds. @returns the look's id, whose page shows what comes of it */
export const lookAtAddress = (input: unknown): Answer<string> =>
  staffAct(requireAdmin, LookForm, input, async (_staff, { address }, now) => ok(await startLook(address, now)));

/** Takes a title in. @returns its slug */
export const addTitle = (input: unknown): Answer<string> =>
  staffAct(requireAdmin, NewTitleForm, input, ({ actor }, form, now) => includeTitle(actor, form, now));

/** Keeps that a title is not taken in, and why. */
export const refuseTitle = (input: unknown): Answer<null> =>
  staffAct(requireAdmin, RefusalForm, input, ({ actor }, form, now) => keepRefusal(actor, form, now));

/** Changes what a title is and what it lets us show. */
export const editTitle = (input: unknown): Answer<null> =>
  staffAct(requireAdmin, TitleForm, input, ({ actor }, form, now) => changeTitle(actor, form, now));

/** Pauses a title, lets it go on, or retires it. */
export const setTitleStanding = (input: unknown): Answer<null> =>
  staffAct(requireAdmin, StandingForm, input, ({ actor }, form, now) => changeStanding(actor, form, now));

/** Makes a title part of another. @returns the other's slug */
export const mergeTitles = (input: unknown): Answer<string> =>
  staffAct(requireAdmin, MergeForm, input, ({ actor }, form, now) => joinTitles(actor, form, now));

/** Gives a title a logo, or its initials back. */
export const changeLogo = (input: unknown): Answer<null> =>
  staffAct(requireAdmin, LogoForm, input, ({ actor }, form, now) => askLogo(actor, form, now));
