import type { PageView } from "@/app/(reader)/_parts/page-view";
import { DeskFrame } from "@/components/desk/desk-frame";
import { JobsPage } from "@/components/desk/jobs/jobs-page";
import type { Staff } from "@/lib/accounts/guards";
import { readJobs } from "@/lib/operations/job-queries";
import { officeView } from "../../_parts/office-view";

/** The queues of the worker, and what failed. */
export async function composeJobs(_params: object, staff: Staff, query: URLSearchParams): Promise<PageView | null> {
  const jobs = await readJobs(staff, query.get("queue") ?? "");
  if (!jobs) return null;
  return officeView(
    "Jobs",
    <DeskFrame
      staff={{ name: staff.viewer.name, role: "admin" }}
      path="/admin/jobs"
      title="Jobs"
      words="What the worker does besides the polls of feeds, which have their own page."
    >
      <JobsPage jobs={jobs} now={new Date()} />
    </DeskFrame>,
  );
}
