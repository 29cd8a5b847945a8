-- The words of headlines and standfirsts are indexed when an article gets its story, not when it comes in: the row is
-- written anew then, and each writing of this index costs as much as all others of the table together.
DROP INDEX "article_words_idx";
CREATE INDEX "article_words_idx" ON "article" USING GIN (to_tsvector('simple', headline || ' ' || standfirst)) WHERE story_id IS NOT NULL;

-- Nothing looks for an article by its terms: stories are found in the engine and, among themselves, by the story's terms.
DROP INDEX "article_terms_idx";

-- A lease is written twice a poll and is in no index: with room on its page the row stays there, and no index is touched.
ALTER TABLE "feed" SET (fillfactor = 60);

-- `feed_due_idx` has the same column.
DROP INDEX "feed_next_poll_at_idx";
