-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('reader', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "media_state" AS ENUM ('pending', 'ready', 'failed');

-- CreateEnum
CREATE TYPE "Licence" AS ENUM ('partner', 'feed', 'headline');

-- CreateEnum
CREATE TYPE "Wall" AS ENUM ('open', 'registered', 'paid');

-- CreateEnum
CREATE TYPE "indexing" AS ENUM ('self', 'noindex_news', 'noindex', 'canonical_to_source');

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" "role" NOT NULL DEFAULT 'reader',
    "trial_ends_at" TIMESTAMPTZ(3),
    "paid_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" SERIAL NOT NULL,
    "publisher_id" INTEGER NOT NULL,
    "guid" TEXT NOT NULL,
    "guid_hash" CHAR(32) NOT NULL,
    "url" TEXT NOT NULL,
    "url_hash" CHAR(32) NOT NULL,
    "slug" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL DEFAULT '',
    "lead_in" TEXT NOT NULL DEFAULT '',
    "byline" TEXT NOT NULL DEFAULT '',
    "section" TEXT NOT NULL,
    "categories" TEXT[],
    "language" TEXT NOT NULL,
    "direction" TEXT NOT NULL DEFAULT 'ltr',
    "access" "Wall" NOT NULL,
    "has_body" BOOLEAN NOT NULL DEFAULT false,
    "word_count" INTEGER NOT NULL DEFAULT 0,
    "content_hash" CHAR(32) NOT NULL,
    "lead_media_hash" CHAR(32),
    "terms" TEXT[],
    "story_id" INTEGER,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3),
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "revision_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_body" (
    "article_id" INTEGER NOT NULL,
    "html" TEXT NOT NULL,
    "sanitizer_version" INTEGER NOT NULL,

    CONSTRAINT "article_body_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" SERIAL NOT NULL,
    "article_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL,
    "content_hash" CHAR(32) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "author" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "author_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_author" (
    "article_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_author_pkey" PRIMARY KEY ("article_id","author_id")
);

-- CreateTable
CREATE TABLE "media" (
    "hash" CHAR(32) NOT NULL,
    "source_url" TEXT NOT NULL,
    "state" "media_state" NOT NULL DEFAULT 'pending',
    "width" INTEGER,
    "height" INTEGER,
    "colour" TEXT,
    "failure" TEXT,
    "fetched_at" TIMESTAMPTZ(3),

    CONSTRAINT "media_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "article_picture" (
    "article_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "media_hash" CHAR(32) NOT NULL,
    "caption" TEXT NOT NULL DEFAULT '',
    "credit" TEXT NOT NULL DEFAULT '',
    "alt" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "article_picture_pkey" PRIMARY KEY ("article_id","position")
);

-- CreateTable
CREATE TABLE "pick" (
    "id" SERIAL NOT NULL,
    "list" TEXT NOT NULL DEFAULT 'our-picks',
    "slot" INTEGER NOT NULL,
    "article_id" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "editor_name" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "pick_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publisher" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "latin_name" TEXT,
    "home_url" TEXT NOT NULL,
    "tagline" TEXT,
    "country" CHAR(2) NOT NULL,
    "language" TEXT NOT NULL,
    "direction" TEXT NOT NULL DEFAULT 'ltr',
    "editions" TEXT[],
    "colour" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "licence" "Licence" NOT NULL,
    "wall" "Wall" NOT NULL,
    "indexing" "indexing" NOT NULL DEFAULT 'noindex',
    "state_media" BOOLEAN NOT NULL DEFAULT false,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "publisher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed" (
    "id" SERIAL NOT NULL,
    "publisher_id" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "language" TEXT,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "etag" TEXT,
    "last_modified" TEXT,
    "validators_url" TEXT,
    "body_hash" TEXT,
    "interval_sec" INTEGER NOT NULL DEFAULT 900,
    "next_poll_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_until" TIMESTAMPTZ(3),
    "lease_token" INTEGER NOT NULL DEFAULT 0,
    "failure_count" INTEGER NOT NULL DEFAULT 0,
    "last_error_kind" TEXT,
    "last_error" TEXT,
    "last_polled_at" TIMESTAMPTZ(3),
    "last_success_at" TIMESTAMPTZ(3),
    "last_entry_at" TIMESTAMPTZ(3),

    CONSTRAINT "feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "story" (
    "id" SERIAL NOT NULL,
    "lead_article_id" INTEGER,
    "language" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "article_count" INTEGER NOT NULL DEFAULT 0,
    "publisher_count" INTEGER NOT NULL DEFAULT 0,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "score" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "story_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "article_slug_key" ON "article"("slug");

-- CreateIndex
CREATE INDEX "article_published_at_id_idx" ON "article"("published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_publisher_id_published_at_id_idx" ON "article"("publisher_id", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_section_published_at_id_idx" ON "article"("section", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_story_id_published_at_id_idx" ON "article"("story_id", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_terms_idx" ON "article" USING GIN ("terms");

-- CreateIndex
CREATE UNIQUE INDEX "article_publisher_id_guid_hash_key" ON "article"("publisher_id", "guid_hash");

-- CreateIndex
CREATE UNIQUE INDEX "article_publisher_id_url_hash_key" ON "article"("publisher_id", "url_hash");

-- CreateIndex
CREATE UNIQUE INDEX "revision_article_id_number_key" ON "revision"("article_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "author_slug_key" ON "author"("slug");

-- CreateIndex
CREATE INDEX "article_author_author_id_published_at_article_id_idx" ON "article_author"("author_id", "published_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_picture_media_hash_idx" ON "article_picture"("media_hash");

-- CreateIndex
CREATE INDEX "pick_list_starts_at_idx" ON "pick"("list", "starts_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "pick_list_article_id_key" ON "pick"("list", "article_id");

-- CreateIndex
CREATE UNIQUE INDEX "publisher_slug_key" ON "publisher"("slug");

-- CreateIndex
CREATE INDEX "publisher_is_active_country_slug_idx" ON "publisher"("is_active", "country", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "feed_url_key" ON "feed"("url");

-- CreateIndex
CREATE INDEX "feed_publisher_id_idx" ON "feed"("publisher_id");

-- CreateIndex
CREATE INDEX "story_score_id_idx" ON "story"("score" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "story_section_score_id_idx" ON "story"("section", "score" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publisher"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_body" ADD CONSTRAINT "article_body_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_author" ADD CONSTRAINT "article_author_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_author" ADD CONSTRAINT "article_author_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_picture" ADD CONSTRAINT "article_picture_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_picture" ADD CONSTRAINT "article_picture_media_hash_fkey" FOREIGN KEY ("media_hash") REFERENCES "media"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pick" ADD CONSTRAINT "pick_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publisher"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Partial indexes Prisma's schema cannot say
CREATE INDEX "feed_due_idx" ON "feed" ("next_poll_at", "id") WHERE "is_active";
CREATE INDEX "media_pending_idx" ON "media" ("hash") WHERE "state" = 'pending';
