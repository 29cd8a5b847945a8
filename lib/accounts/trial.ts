import { product } from "@/lib/core/product";

const dayMs = 24 * 60 * 60 * 1000;

/** When a trial that starts at `startsAt` ends: `product.trialDays` times 24 hours later. */
export function trialEnd(startsAt: Date): Date {
  return new Date(startsAt.getTime() + product.trialDays * dayMs);
}

/** Whole days of trial left, rounded up; 0 once it is over or was never started. */
export function trialDaysLeft(trialEndsAt: Date | null, now: Date): number {
  if (!trialEndsAt) return 0;
  return Math.max(0, Math.ceil((trialEndsAt.getTime() - now.getTime()) / dayMs));
}
