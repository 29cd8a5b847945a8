import { revalidateTag } from "next/cache";

/** Drops the kept pages on which picks stand, here and now; the job that the act enqueued does it in every other process. */
export function renewPickPages(): void {
  for (const tag of ["picks", "front"]) revalidateTag(tag, { expire: 0 });
}
