import type { ReactNode } from "react";
import { PageFrame } from "@/components/frame/page-frame";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";

type KeyPageProps = {
  viewer: ViewerBadge;
  now: Date;
  path: string;
  title: string;
  words: string;
  /** Why the last form was not taken; null for none. */
  error: string | null;
  children: ReactNode;
};

/** A page below the settings: one thing that opens an account, or all that is in it. */
export function KeyPage({ viewer, now, path, title, words, error, children }: KeyPageProps) {
  return (
    <PageFrame viewer={viewer} now={now} path={path}>
      <header className="page-head">
        <h1>{title}</h1>
        <p className="page-tagline">{words}</p>
      </header>
      <div className="key-page">
        {error && (
          <p className="form-error" role="alert">
            {error}
          </p>
        )}
        {children}
        <p>
          <a className="quiet" href="/settings">
            Back to your settings
          </a>
        </p>
      </div>
    </PageFrame>
  );
}
