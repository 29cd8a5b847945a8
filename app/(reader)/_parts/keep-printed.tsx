import type { ReactElement, ReactNode } from "react";
import { Printed, type PrintedHtml } from "@/components/frame/printed";
import { printPage } from "./print-page";

const kept = new WeakMap<object, Map<string, PrintedHtml>>();
const namesMax = 4;

/**
 * Prints a part of a page once for as long as `owner` lives, which must hold everything the part is made of but what
 * `name` says. Never for anything that depends on the viewer beyond that.
 */
export function keepPrinted(owner: object, name: string, part: ReactElement): ReactNode {
  const prints = kept.get(owner) ?? new Map<string, PrintedHtml>();
  kept.set(owner, prints);
  const known = prints.get(name) ?? printPage(part);
  if (prints.size >= namesMax) prints.clear();
  prints.set(name, known);
  return <Printed html={known} />;
}
