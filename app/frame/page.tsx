export const dynamic = "force-static";

export const metadata = { title: "Frame", robots: { index: false, follow: false } };

/** Nothing but the frame that every page has: members' pages take their head from it (`_parts/page-frame.ts`). */
export default function FramePage() {
  return <a href="/">Turn to the front page</a>;
}
