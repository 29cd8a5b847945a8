-- AlterTable
ALTER TABLE "story" ADD COLUMN     "alternates" JSONB,
ADD COLUMN     "names" TEXT[];

-- DropIndex
DROP INDEX "story_section_score_id_idx";

-- CreateIndex
CREATE INDEX "story_language_section_score_id_idx" ON "story"("language", "section", "score" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "story_terms_idx" ON "story" USING GIN ("terms");

-- CreateIndex
CREATE INDEX "story_names_idx" ON "story" USING GIN ("names");
