-- CreateEnum
CREATE TYPE "enrich_state" AS ENUM ('wanted', 'done', 'refused', 'failed');

-- CreateEnum
CREATE TYPE "feed_origin" AS ENUM ('catalogue', 'member');

-- CreateEnum
CREATE TYPE "identity_rule" AS ENUM ('guid', 'url', 'title_date');

-- CreateEnum
CREATE TYPE "hub_state" AS ENUM ('pending', 'active', 'refused');

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "enrich_state" "enrich_state",
ADD COLUMN     "enriched_at" TIMESTAMPTZ(3),
ADD COLUMN     "redated_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "media" ADD COLUMN     "content_hash" CHAR(32),
ADD COLUMN     "tried_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "publisher" ADD COLUMN     "full_text" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "feed" ADD COLUMN     "added_by" "feed_origin" NOT NULL DEFAULT 'catalogue',
ADD COLUMN     "former_urls" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "gone_at" TIMESTAMPTZ(3),
ADD COLUMN     "hints" JSONB,
ADD COLUMN     "hub_url" TEXT,
ADD COLUMN     "identity" "identity_rule" NOT NULL DEFAULT 'guid',
ADD COLUMN     "max_interval_sec" INTEGER,
ADD COLUMN     "min_interval_sec" INTEGER,
ADD COLUMN     "moved_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "moved_since" TIMESTAMPTZ(3),
ADD COLUMN     "moved_to" TEXT,
ADD COLUMN     "topic_url" TEXT;

-- CreateTable
CREATE TABLE "feed_event" (
    "id" SERIAL NOT NULL,
    "feed_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feed_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "host_hold" (
    "host" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "host_hold_pkey" PRIMARY KEY ("host")
);

-- CreateTable
CREATE TABLE "robots_record" (
    "origin" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "robots_record_pkey" PRIMARY KEY ("origin")
);

-- CreateTable
CREATE TABLE "hub_subscription" (
    "feed_id" INTEGER NOT NULL,
    "hub_url" TEXT NOT NULL,
    "topic_url" TEXT NOT NULL,
    "callback_key" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "state" "hub_state" NOT NULL DEFAULT 'pending',
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "renew_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "last_push_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "hub_subscription_pkey" PRIMARY KEY ("feed_id")
);

-- CreateIndex
CREATE INDEX "feed_event_feed_id_at_idx" ON "feed_event"("feed_id", "at" DESC);

-- CreateIndex
CREATE INDEX "feed_event_at_idx" ON "feed_event"("at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "hub_subscription_callback_key_key" ON "hub_subscription"("callback_key");

-- CreateIndex
CREATE INDEX "hub_subscription_renew_at_idx" ON "hub_subscription"("renew_at");

-- CreateIndex
CREATE INDEX "feed_next_poll_at_idx" ON "feed"("next_poll_at");

-- AddForeignKey
ALTER TABLE "feed_event" ADD CONSTRAINT "feed_event_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hub_subscription" ADD CONSTRAINT "hub_subscription_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;
