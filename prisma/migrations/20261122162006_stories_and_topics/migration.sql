-- AlterTable
ALTER TABLE "article" ADD COLUMN     "copy_of_id" INTEGER,
ADD COLUMN     "feed_place" SMALLINT,
ADD COLUMN     "section_by" TEXT NOT NULL DEFAULT 'publisher',
ADD COLUMN     "signature" BYTEA,
ADD COLUMN     "story_score" DOUBLE PRECISION,
ADD COLUMN     "story_seq" INTEGER;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "note" TEXT;

-- AlterTable
ALTER TABLE "story" ADD COLUMN     "first_article_id" INTEGER,
ADD COLUMN     "headline_article_id" INTEGER,
ADD COLUMN     "headline_reason" TEXT,
ADD COLUMN     "merged_into_id" INTEGER,
ADD COLUMN     "score_terms" JSONB,
ADD COLUMN     "slug" TEXT,
ADD COLUMN     "terms" TEXT[];

-- Stories of before take the address of the article that stands for them.
UPDATE "story" s SET "slug" = COALESCE((SELECT a."slug" FROM "article" a WHERE a."id" = s."lead_article_id"), 'story') || '-' || s."id";
ALTER TABLE "story" ALTER COLUMN "slug" SET NOT NULL;

-- CreateTable
CREATE TABLE "held_article" (
    "article_id" INTEGER NOT NULL,
    "story_id" INTEGER NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "held_article_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "story_apart" (
    "first_id" INTEGER NOT NULL,
    "second_id" INTEGER NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "story_apart_pkey" PRIMARY KEY ("first_id","second_id")
);

-- CreateTable
CREATE TABLE "story_link" (
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "story_link_pkey" PRIMARY KEY ("from_id","to_id")
);

-- CreateTable
CREATE TABLE "related_list" (
    "article_id" INTEGER NOT NULL,
    "related_ids" INTEGER[],
    "reasons" TEXT[],
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "related_list_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "top_place" (
    "edition" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "story_id" INTEGER NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "terms" JSONB NOT NULL,

    CONSTRAINT "top_place_pkey" PRIMARY KEY ("edition","section","place")
);

-- CreateTable
CREATE TABLE "article_novelty" (
    "article_id" INTEGER NOT NULL,
    "public_sentences" TEXT[],
    "gated_places" INTEGER[],

    CONSTRAINT "article_novelty_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "article_count" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "merged_into_id" INTEGER,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic_alias" (
    "language" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "topic_id" INTEGER NOT NULL,
    "is_decided" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "topic_alias_pkey" PRIMARY KEY ("language","alias")
);

-- CreateTable
CREATE TABLE "article_topic" (
    "article_id" INTEGER NOT NULL,
    "topic_id" INTEGER NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "is_decided" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "article_topic_pkey" PRIMARY KEY ("article_id","topic_id")
);

-- CreateTable
CREATE TABLE "section_model" (
    "language" TEXT NOT NULL,
    "trained_at" TIMESTAMPTZ(3) NOT NULL,
    "article_count" INTEGER NOT NULL,
    "accuracy" DOUBLE PRECISION NOT NULL,
    "weights" JSONB NOT NULL,

    CONSTRAINT "section_model_pkey" PRIMARY KEY ("language")
);

-- CreateIndex
CREATE INDEX "held_article_story_id_idx" ON "held_article"("story_id");

-- CreateIndex
CREATE INDEX "story_apart_second_id_idx" ON "story_apart"("second_id");

-- CreateIndex
CREATE INDEX "story_link_to_id_idx" ON "story_link"("to_id");

-- CreateIndex
CREATE INDEX "top_place_story_id_idx" ON "top_place"("story_id");

-- CreateIndex
CREATE UNIQUE INDEX "topic_slug_key" ON "topic"("slug");

-- CreateIndex
CREATE INDEX "topic_language_article_count_id_idx" ON "topic"("language", "article_count" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "topic_merged_into_id_idx" ON "topic"("merged_into_id");

-- CreateIndex
CREATE INDEX "topic_alias_topic_id_idx" ON "topic_alias"("topic_id");

-- CreateIndex
CREATE INDEX "article_topic_topic_id_published_at_article_id_idx" ON "article_topic"("topic_id", "published_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_story_seq_idx" ON "article"("story_seq");

-- CreateIndex
CREATE UNIQUE INDEX "story_slug_key" ON "story"("slug");

-- CreateIndex
CREATE INDEX "story_language_score_id_idx" ON "story"("language", "score" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "story_merged_into_id_idx" ON "story"("merged_into_id");

-- CreateIndex
CREATE INDEX "story_last_at_idx" ON "story"("last_at");

-- AddForeignKey
ALTER TABLE "story" ADD CONSTRAINT "story_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "story"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_article" ADD CONSTRAINT "held_article_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_article" ADD CONSTRAINT "held_article_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_apart" ADD CONSTRAINT "story_apart_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_apart" ADD CONSTRAINT "story_apart_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_link" ADD CONSTRAINT "story_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_link" ADD CONSTRAINT "story_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "related_list" ADD CONSTRAINT "related_list_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "top_place" ADD CONSTRAINT "top_place_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_novelty" ADD CONSTRAINT "article_novelty_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_alias" ADD CONSTRAINT "topic_alias_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;
