-- DropIndex
DROP INDEX "pick_list_article_id_key";

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "corrected_at" TIMESTAMPTZ(3),
ADD COLUMN     "correction" TEXT,
ADD COLUMN     "hidden_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "pick" ADD COLUMN     "edition" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "headline" TEXT,
ADD COLUMN     "is_pinned" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "key" TEXT NOT NULL DEFAULT gen_random_uuid()::text,
ADD COLUMN     "standfirst" TEXT;

-- AlterTable
ALTER TABLE "publisher" ADD COLUMN     "logo_hash" CHAR(32),
ADD COLUMN     "quiet_told_at" TIMESTAMPTZ(3),
ADD COLUMN     "retired_at" TIMESTAMPTZ(3),
ADD COLUMN     "section_map" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "story" ADD COLUMN     "desk_headline" TEXT,
ADD COLUMN     "desk_lead_id" INTEGER,
ADD COLUMN     "live_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "pick_list" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "places" INTEGER NOT NULL,
    "editions" TEXT[],
    "front_place" INTEGER,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "published_version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pick_list_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "pick_board" (
    "list_slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "entries" JSONB NOT NULL,
    "act" TEXT NOT NULL,
    "editor_id" TEXT,
    "editor_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pick_board_pkey" PRIMARY KEY ("list_slug","version")
);

-- CreateTable
CREATE TABLE "article_report" (
    "id" SERIAL NOT NULL,
    "article_id" INTEGER NOT NULL,
    "user_id" TEXT,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inclusion_decision" (
    "id" SERIAL NOT NULL,
    "publisher_id" INTEGER,
    "name" TEXT NOT NULL,
    "home_url" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inclusion_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_day" (
    "feed_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "entries" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "feed_day_pkey" PRIMARY KEY ("feed_id","day")
);

-- CreateIndex
CREATE INDEX "article_report_state_reported_at_idx" ON "article_report"("state", "reported_at");

-- CreateIndex
CREATE INDEX "article_report_article_id_idx" ON "article_report"("article_id");

-- CreateIndex
CREATE INDEX "article_report_user_id_reported_at_idx" ON "article_report"("user_id", "reported_at" DESC);

-- CreateIndex
CREATE INDEX "inclusion_decision_publisher_id_decided_at_idx" ON "inclusion_decision"("publisher_id", "decided_at" DESC);

-- CreateIndex
CREATE INDEX "inclusion_decision_decided_at_idx" ON "inclusion_decision"("decided_at" DESC);

-- CreateIndex
CREATE INDEX "pick_article_id_idx" ON "pick"("article_id");

-- CreateIndex
CREATE INDEX "pick_key_idx" ON "pick"("key");

-- The lists that every paper begins with, and those that picks stand on already.
INSERT INTO "pick_list" ("slug", "name", "description", "places", "editions", "front_place") VALUES
    ('our-picks', 'Our Picks', 'Chosen by our editors, each with a word on why.', 8, '{}', 0),
    ('good-news', 'Good News', 'What went right, chosen by our editors.', 4, '{}', 1);
INSERT INTO "pick_list" ("slug", "name", "places", "editions")
    SELECT DISTINCT "list", "list", 8, '{}'::text[] FROM "pick" ON CONFLICT DO NOTHING;

-- AddForeignKey
ALTER TABLE "pick_board" ADD CONSTRAINT "pick_board_list_slug_fkey" FOREIGN KEY ("list_slug") REFERENCES "pick_list"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pick" ADD CONSTRAINT "pick_list_fkey" FOREIGN KEY ("list") REFERENCES "pick_list"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_report" ADD CONSTRAINT "article_report_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_report" ADD CONSTRAINT "article_report_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inclusion_decision" ADD CONSTRAINT "inclusion_decision_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publisher"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_day" ADD CONSTRAINT "feed_day_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;
