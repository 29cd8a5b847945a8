import type { ReactElement } from "react";
import type { PageView } from "@/app/(reader)/_parts/page-view";
import type { DeskStaff } from "@/components/desk/lists/desk-staff";
import type { Staff } from "@/lib/accounts/guards";

/** A page of the desk, which no machine keeps. */
export const deskPage = (title: string, page: ReactElement): PageView => ({
  title: `${title}, the desk`,
  head: <meta name="robots" content="noindex" />,
  page,
  tags: [],
});

/** Who of the staff looks, as pages name them. */
export const deskStaff = ({ viewer }: Staff): DeskStaff => ({ name: viewer.name, role: viewer.role === "admin" ? "admin" : "editor" });
