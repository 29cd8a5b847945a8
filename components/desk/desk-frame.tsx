import type { ReactNode } from "react";
import { product } from "@/lib/core/product";
import { roomAt, roomsOf } from "./desk-rooms";

type DeskFrameProps = {
  staff: { name: string; role: "editor" | "admin" | "publisher" };
  /** The page's own path: where its forms lead back to, and what stands out in the bar. */
  path: string;
  title: string;
  /** A word or two on what the page is for, or on whose it is. */
  words?: ReactNode;
  /** What one may do with the page as a whole: stands beside its title. */
  tools?: ReactNode;
  /** Scripts of this page besides the one that all pages of the staff have. */
  scripts?: readonly string[];
  children: ReactNode;
};

const homeName = { editor: "The desk", admin: "The desk", publisher: "Your title" } as const;

/** What surrounds every page of the desk, the office and a title's own staff. */
export function DeskFrame({ staff, path, title, words, tools, scripts = [], children }: DeskFrameProps) {
  const rooms = roomsOf(staff.role);
  const current = roomAt(rooms, path);
  return (
    <div className="desk">
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="desk-bar">
        <p className="desk-name">
          <a className="desk-wordmark" href="/">
            {product.name}
          </a>{" "}
          <span>{homeName[staff.role]}</span>
        </p>
        <nav aria-label={homeName[staff.role]}>
          {rooms.map((room) => (
            <a key={room.path} href={room.path} aria-current={room === current ? (room.path === path ? "page" : "true") : undefined}>
              {room.name}
            </a>
          ))}
        </nav>
        <form className="desk-who" method="post" action="/sign-out">
          <span>{staff.name}</span>
          <button type="submit">Sign out</button>
        </form>
      </header>
      <main id="main" className="desk-main" tabIndex={-1}>
        <div className="desk-head">
          <div>
            <h1>{title}</h1>
            {words && <p>{words}</p>}
          </div>
          {tools && <div className="desk-tools">{tools}</div>}
        </div>
        <p className="desk-said" role="status" aria-live="polite" data-said="" />
        {children}
      </main>
      <script src="/desk.js" defer />
      {scripts.map((script) => (
        <script key={script} src={script} defer />
      ))}
    </div>
  );
}
