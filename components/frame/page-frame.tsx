import type { ReactNode } from "react";
import { Bar } from "@/components/masthead/bar";
import { BottomNav } from "@/components/masthead/bottom-nav";
import { Masthead } from "@/components/masthead/masthead";
import { VisitorStrip } from "@/components/masthead/visitor-strip";
import { HiddenNote } from "@/components/reading/hidden-note";
import { MarkedNote } from "@/components/reading/marked-note";
import { MuteDoneNote } from "@/components/reading/mute-done-note";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { SectionSlug } from "@/lib/articles/sections";
import { Footer } from "./footer";

type PageFrameProps = {
  viewer: ViewerBadge;
  now: Date;
  /** The page's own path, to come back to after signing in. */
  path: string;
  edition?: string | null;
  current?: SectionSlug | null;
  isFront?: boolean;
  /** Where the sign-out form is posted. */
  signOutUrl?: string;
  /** The desk looks at it in a reader's place: nothing it does is the reader's. */
  isPreview?: boolean;
  children: ReactNode;
};

/** What surrounds every page of the paper. */
export function PageFrame(props: PageFrameProps) {
  const {
    viewer,
    now,
    path,
    edition = null,
    current = null,
    isFront = false,
    signOutUrl = "/sign-out",
    isPreview = false,
    children,
  } = props;
  const muting = viewer.kind === "account" ? viewer.muting : undefined;
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      {viewer.kind === "visitor" && <VisitorStrip path={path} />}
      <Masthead now={now} edition={edition} isFront={isFront} />
      <Bar viewer={viewer} path={path} current={current} signOutUrl={signOutUrl} />
      <main id="main" className="sheet" tabIndex={-1}>
        {viewer.kind === "account" && viewer.marked !== undefined && <MarkedNote batch={viewer.marked} returnTo={path} />}
        {muting?.done && <MuteDoneNote done={muting.done} path={path} now={now} />}
        {children}
        {muting && <HiddenNote muting={muting} path={path} />}
      </main>
      <Footer />
      <BottomNav path={path} isMember={viewer.kind === "account"} />
      {viewer.kind === "account" && !isPreview && <script src="/reading.js" defer />}
    </>
  );
}
