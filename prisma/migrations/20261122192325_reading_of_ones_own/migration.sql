-- AlterTable
ALTER TABLE "article_read" ADD COLUMN     "active_sec" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "batch" TEXT,
ADD COLUMN     "depth" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "read_by" TEXT NOT NULL DEFAULT 'reading',
ADD COLUMN     "sentence" INTEGER,
ALTER COLUMN "read_at" DROP NOT NULL;

-- What was read before is in the history at the time of its reading.
UPDATE "article_read" SET "opened_at" = "read_at", "last_at" = "read_at";

-- CreateTable
CREATE TABLE "saved_article" (
    "user_id" TEXT NOT NULL,
    "article_id" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_article_pkey" PRIMARY KEY ("user_id","article_id")
);

-- CreateTable
CREATE TABLE "follow" (
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "followed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("user_id","kind","target")
);

-- CreateTable
CREATE TABLE "mute" (
    "id" SERIAL NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT '',
    "muted_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "mute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reader_weight" (
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "learned" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "learned_at" TIMESTAMPTZ(3) NOT NULL,
    "chosen" DOUBLE PRECISION,

    CONSTRAINT "reader_weight_pkey" PRIMARY KEY ("user_id","kind","target")
);

-- CreateTable
CREATE TABLE "reader_settings" (
    "user_id" TEXT NOT NULL,
    "is_personal" BOOLEAN NOT NULL DEFAULT true,
    "keeps_history" BOOLEAN NOT NULL DEFAULT true,
    "country" CHAR(2),
    "languages" TEXT[],
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "block_order" TEXT[],
    "edition_minutes" SMALLINT NOT NULL DEFAULT 12,
    "edition_hours" SMALLINT[] DEFAULT ARRAY[7]::SMALLINT[],
    "onboarded_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "learned_until" TIMESTAMPTZ(3),

    CONSTRAINT "reader_settings_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "impression" (
    "user_id" TEXT NOT NULL,
    "story_id" INTEGER NOT NULL,
    "shown" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "impression_pkey" PRIMARY KEY ("user_id","story_id")
);

-- CreateTable
CREATE TABLE "reader_order" (
    "id" SERIAL NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "slot_at" TIMESTAMPTZ(3) NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "seed" INTEGER NOT NULL,
    "basis" JSONB NOT NULL,
    "cards" JSONB NOT NULL,

    CONSTRAINT "reader_order_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_article_article_id_idx" ON "saved_article"("article_id");

-- CreateIndex
CREATE INDEX "saved_article_user_id_saved_at_article_id_idx" ON "saved_article"("user_id", "saved_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "mute_user_id_kind_target_language_key" ON "mute"("user_id", "kind", "target", "language");

-- CreateIndex
CREATE INDEX "impression_story_id_idx" ON "impression"("story_id");

-- CreateIndex
CREATE UNIQUE INDEX "reader_order_user_id_kind_slot_at_key" ON "reader_order"("user_id", "kind", "slot_at");

-- CreateIndex
CREATE INDEX "article_read_user_id_last_at_article_id_idx" ON "article_read"("user_id", "last_at" DESC, "article_id" DESC);

-- AddForeignKey
ALTER TABLE "saved_article" ADD CONSTRAINT "saved_article_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_article" ADD CONSTRAINT "saved_article_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mute" ADD CONSTRAINT "mute_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reader_weight" ADD CONSTRAINT "reader_weight_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reader_settings" ADD CONSTRAINT "reader_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impression" ADD CONSTRAINT "impression_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impression" ADD CONSTRAINT "impression_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reader_order" ADD CONSTRAINT "reader_order_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
