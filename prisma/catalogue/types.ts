import { z } from "zod";
import { sections } from "@/lib/articles/sections";

const colour = z.string().regex(/^#[0-9a-f]{6}$/);
const countryCode = z.string().regex(/^[A-Z]{2}$/);
const httpUrl = z.url({ protocol: /^https?$/ }).max(2_048);

/** A BCP 47 tag, such as "pt-BR" or "sr-Latn-RS". */
const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/);

/** An edition a title belongs to: "world", a language ("en") or a country ("IN"). */
const edition = z.union([z.literal("world"), z.string().regex(/^[a-z]{2,3}$/), countryCode]);

/** Where a feed's entries go: a section of the paper, or "top" for a general feed mapped by each entry's categories. */
const CatalogueSection = z.enum([...sections.map((section) => section.slug), "top"]);

/** One public feed; `language` only where it differs from its publisher's. */
const CatalogueFeed = z.strictObject({
  url: httpUrl,
  section: CatalogueSection,
  language: languageTag.optional(),
});

const facts = {
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  name: z.string().trim().min(1).max(80),
  /** The name in Latin letters, for a title whose own name is not. */
  latinName: z.string().trim().min(1).max(80).optional(),
  homeUrl: z.url({ protocol: /^https$/ }),
  country: countryCode,
  language: languageTag,
  direction: z.enum(["ltr", "rtl"]),
  editions: z.array(edition).min(1),
  /** Ground of the title's mark: at least 4.5:1 under white text. */
  colour,
  initials: z.string().min(1).max(3),
  indexing: z.literal("noindex"),
  /** True where a state owns or runs the title and no law keeps it out of the newsroom. */
  stateMedia: z.boolean().optional(),
  feeds: z.array(CatalogueFeed).min(1).max(6),
};

/**
 * One real publisher. The licence fixes the wall, and "partner" cannot be spelt:
 * only an operator with a contract grants that.
 */
export const CataloguePublisher = z
  .discriminatedUnion("licence", [
    z.strictObject({ ...facts, licence: z.literal("feed"), wall: z.literal("registered") }),
    z.strictObject({ ...facts, licence: z.literal("headline"), wall: z.literal("open") }),
  ])
  .superRefine((publisher, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    const language = primaryLanguage(publisher.language);
    if (!isLatin(publisher.name) && !publisher.latinName) refuse("latinName", "needed beside a name in another script");
    if (publisher.direction !== directionOf(language)) refuse("direction", `${language} is ${directionOf(language)}`);
    if (!publisher.editions.includes(language)) refuse("editions", `lacks its own language "${language}"`);
    if (!publisher.editions.includes(publisher.country)) refuse("editions", `lacks its own country "${publisher.country}"`);
    if (new Set(publisher.editions).size < publisher.editions.length) refuse("editions", "names an edition twice");
  });

/** One file of `publishers/`: the titles of one country. */
export const CatalogueFile = z.array(CataloguePublisher).min(1);

export type CataloguePublisher = z.infer<typeof CataloguePublisher>;

/** The first subtag of a BCP 47 tag: "pt" of "pt-BR". */
export function primaryLanguage(tag: string): string {
  return tag.split("-", 1)[0] ?? tag;
}

const rightToLeft = new Set(["ar", "fa", "he", "ur"]);

function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeft.has(language) ? "rtl" : "ltr";
}

function isLatin(name: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u.test(name);
}
