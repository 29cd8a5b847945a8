"use client";

import { NoticePage } from "@/components/notice/notice-page";
import "./globals.css";

type GlobalErrorProps = { error: Error & { digest?: string } };

export default function GlobalError({ error }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <NoticePage title="The presses have stopped">
          The fault is ours, and it has been noted{error.digest ? ` as ${error.digest}` : ""}. <a href="/">Turn to the front page</a>
        </NoticePage>
      </body>
    </html>
  );
}
