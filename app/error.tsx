"use client";

import { NoticePage } from "@/components/notice/notice-page";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <NoticePage title="This page did not print">
      The fault is ours, and it has been noted{error.digest ? ` as ${error.digest}` : ""}.{" "}
      <button type="button" className="quiet" onClick={reset}>
        Try once more
      </button>
    </NoticePage>
  );
}
