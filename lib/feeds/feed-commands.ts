import "server-only";
import { requireAdmin } from "@/lib/accounts/guards";
import { staffAct } from "@/lib/accounts/staff-guards";
import type { StaffRefusal } from "@/lib/accounts/staff-refusal";
import type { Result } from "@/lib/core/result";
import { changeFeed, includeFeed, runFeedAct } from "./feed-acts-store";
import { FeedActForm, FeedEditForm, FeedForm } from "./title-types";

type Answer = Promise<Result<null, StaffRefusal>>;

/** Adds one more feed to a title. */
export const addFeedTo = (input: unknown): Answer =>
  staffAct(requireAdmin, FeedForm, input, ({ actor }, form, now) => includeFeed(actor, form, now));

/** Says which section a feed is of and how its entries are told apart. */
export const editFeed = (input: unknown): Answer =>
  staffAct(requireAdmin, FeedEditForm, input, ({ actor }, form, now) => changeFeed(actor, form, now));

/** Polls, replays, pauses, resumes or removes a feed, or lets its host be asked again. */
export const actOnFeed = (input: unknown): Answer =>
  staffAct(requireAdmin, FeedActForm, input, ({ actor }, form, now) => runFeedAct(actor, form, now));
