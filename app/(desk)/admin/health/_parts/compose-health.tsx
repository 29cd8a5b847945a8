import { z } from "zod";
import type { PageView } from "@/app/(reader)/_parts/page-view";
import { DeskFrame } from "@/components/desk/desk-frame";
import { HealthPage } from "@/components/desk/health/health-page";
import type { Staff } from "@/lib/accounts/guards";
import { boardFilters } from "@/lib/feeds/board-types";
import { readBoard } from "@/lib/feeds/health-queries";
import { officeView } from "../../_parts/office-view";

const Query = z.object({
  state: z.enum(boardFilters).nullish().catch(null),
  /** Rank, failures and feed where the page before ended. */
  after: z
    .string()
    .regex(/^\d{1,2}\.\d{1,9}\.\d{1,9}$/)
    .nullish()
    .catch(null),
});

/** The board of health. */
export async function composeHealth(_params: object, staff: Staff, query: URLSearchParams): Promise<PageView | null> {
  const now = new Date();
  const { state = null, after = null } = Query.parse(Object.fromEntries(query));
  const [rank = 0, failures = 0, id = 0] = (after ?? "").split(".").map(Number);
  const board = await readBoard(state, after === null ? null : { rank, failures, id }, now);
  if (!board) return null;
  const path = state === null ? "/admin/health" : `/admin/health?state=${state}`;
  const { next } = board;
  const nextUrl =
    next && `/admin/health?${new URLSearchParams({ ...(state && { state }), after: `${next.rank}.${next.failures}.${next.id}` })}`;
  return officeView(
    "Health",
    <DeskFrame
      staff={{ name: staff.viewer.name, role: "admin" }}
      path="/admin/health"
      title="Health"
      words={
        <>
          How the feeds are, worst first. <kbd>j</kbd> <kbd>k</kbd> go from row to row.
        </>
      }
    >
      <HealthPage rows={board.rows} filter={state} path={path} nextUrl={nextUrl} now={now} />
    </DeskFrame>,
  );
}
