import { sha256Hex } from "@/lib/core/hash";
import { keyedDigest } from "@/lib/core/keyed-digest";

/** The key under which an install proves its grants to the database; derived, so that every web process has the same. */
export const bodyKey = (secret: string): string => keyedDigest(secret, "article body");

/** What `read_article_body` wants to see besides the number of the article; the database computes it the same way. */
export const bodyProof = (key: string, articleId: number): string => sha256Hex(`${key}:${articleId}:${key}`);
