import type { DiffPart } from "@/lib/articles/diff-words";

type WordDiffProps = { parts: DiffPart[]; className: string; language: string | undefined };

/** A text with what went struck through and what came underlined; the stylesheet says both to screen readers. */
export function WordDiff({ parts, className, language }: WordDiffProps) {
  return (
    <p className={className} lang={language}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have their place and nothing else.
        <Part key={index} part={part} />
      ))}
    </p>
  );
}

/** Spaces at the ends of a change stand outside of it, so that no line is drawn under nothing. */
function Part({ part: { kind, text } }: { part: DiffPart }) {
  if (kind === "same" || text.trim() === "") return text;
  const Mark = kind === "removed" ? "del" : "ins";
  const [, before = "", words = text, after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return (
    <>
      {before}
      <Mark>{words}</Mark>
      {after}
    </>
  );
}
