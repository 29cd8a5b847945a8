import { NotFoundPage } from "@/components/notice/not-found-page";

export const metadata = { title: "Not in this paper" };

export default function NotFound() {
  return <NotFoundPage />;
}
