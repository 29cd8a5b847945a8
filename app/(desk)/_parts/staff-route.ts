import { sendFault } from "@/app/(reader)/_parts/fault-page";
import type { PageView } from "@/app/(reader)/_parts/page-view";
import { sendPage } from "@/app/(reader)/_parts/send-page";
import { requireAdmin, requireEditor, requirePublisher, type Staff } from "@/lib/accounts/guards";

type Compose<Params, Who> = (params: Params, staff: Who, query: URLSearchParams) => Promise<PageView | null>;

const headers = { "cache-control": "private, no-cache, no-store, max-age=0, must-revalidate", "x-robots-tag": "noindex" };

/** A page for those whom `guard` admits; for anyone else it is not there. */
function staffRoute<Who>(guard: () => Promise<Who | null>) {
  return <Params>(compose: Compose<Params, Who>) =>
    async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
      try {
        const staff = await guard();
        return await sendPage(staff && (await compose(await params, staff, new URL(request.url).searchParams)), headers);
      } catch (cause) {
        return sendFault(cause, headers);
      }
    };
}

/** A page of the desk. */
export const editorRoute = staffRoute<Staff>(requireEditor);

/** A page of the office. */
export const adminRoute = staffRoute<Staff>(requireAdmin);

/** A page of a title's own staff. */
export const partnerRoute = staffRoute(requirePublisher);
