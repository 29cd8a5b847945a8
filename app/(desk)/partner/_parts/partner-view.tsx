import type { ReactElement } from "react";
import type { PageView } from "@/app/(reader)/_parts/page-view";
import type { TitleStaff } from "@/lib/partners/queries";

/** A page of a title's own staff, which no machine is to list. */
export const partnerView = (title: string, page: ReactElement): PageView => ({
  title,
  head: <meta name="robots" content="noindex" />,
  page,
  tags: [],
});

/** Who it is, as the bar says it. */
export const staffOf = ({ actor }: TitleStaff) => ({ name: actor.name, role: "publisher" as const });
