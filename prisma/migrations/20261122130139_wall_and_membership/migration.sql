-- CreateEnum
CREATE TYPE "membership_state" AS ENUM ('active', 'past_due', 'cancelled', 'paused', 'lapsed');

-- CreateEnum
CREATE TYPE "billing_plan" AS ENUM ('monthly', 'yearly');

-- AlterEnum
ALTER TYPE "role" ADD VALUE 'publisher' BEFORE 'editor';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "Wall" ADD VALUE 'metered' BEFORE 'paid';
ALTER TYPE "Wall" ADD VALUE 'lead_in' BEFORE 'paid';

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "clock_ahead_sec" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "publisher_id" INTEGER,
ADD COLUMN     "two_factor_enabled" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "method" TEXT NOT NULL DEFAULT 'password',
ADD COLUMN     "second_factor_at" TIMESTAMPTZ(3),
ADD COLUMN     "stepped_up_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "embargo_until" TIMESTAMPTZ(3),
ADD COLUMN     "own_wall" "Wall",
ADD COLUMN     "taken_down_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "publisher" ADD COLUMN     "lead_in_words" INTEGER;

-- CreateTable
CREATE TABLE "two_factor" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "failed_verification_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_backed_up" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_device" (
    "user_id" TEXT NOT NULL,
    "device_hash" CHAR(64) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("user_id","device_hash")
);

-- CreateTable
CREATE TABLE "trial_claim" (
    "email_digest" CHAR(64) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "trial_claim_pkey" PRIMARY KEY ("email_digest")
);

-- CreateTable
CREATE TABLE "rate_limiter" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limiter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "membership" (
    "user_id" TEXT NOT NULL,
    "state" "membership_state" NOT NULL,
    "plan" "billing_plan",
    "currency" CHAR(3),
    "amount_minor" INTEGER,
    "period_start" TIMESTAMPTZ(3),
    "period_end" TIMESTAMPTZ(3),
    "past_due_since" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "resumes_at" TIMESTAMPTZ(3),
    "gift_until" TIMESTAMPTZ(3),
    "provider" TEXT,
    "customer_id" TEXT,
    "subscription_id" TEXT,
    "read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "membership_event" (
    "id" BIGSERIAL NOT NULL,
    "account_key" CHAR(64) NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice" (
    "id" SERIAL NOT NULL,
    "account_key" CHAR(64) NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_invoice_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "period_start" TIMESTAMPTZ(3),
    "period_end" TIMESTAMPTZ(3),
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "hosted_url" TEXT,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "billing_webhook" (
    "id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "customer_id" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "billing_webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkout_attempt" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "plan" "billing_plan" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "provider" TEXT NOT NULL,
    "session_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "checkout_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gift_membership" (
    "id" TEXT NOT NULL,
    "code_hash" CHAR(64) NOT NULL,
    "giver_key" CHAR(64) NOT NULL,
    "recipient_email" TEXT,
    "message" TEXT NOT NULL DEFAULT '',
    "months" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "provider" TEXT NOT NULL,
    "session_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'unpaid',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paid_at" TIMESTAMPTZ(3),
    "redeemed_at" TIMESTAMPTZ(3),
    "redeemed_by_key" CHAR(64),

    CONSTRAINT "gift_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_notice" (
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_notice_pkey" PRIMARY KEY ("user_id","kind","due_at")
);

-- CreateTable
CREATE TABLE "meter_read" (
    "user_id" TEXT NOT NULL,
    "month" CHAR(7) NOT NULL,
    "article_id" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meter_read_pkey" PRIMARY KEY ("user_id","month","article_id")
);

-- CreateTable
CREATE TABLE "gift_link" (
    "token_hash" CHAR(64) NOT NULL,
    "article_id" INTEGER NOT NULL,
    "giver_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "opens" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "gift_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "body_key" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "key" TEXT NOT NULL,

    CONSTRAINT "body_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "two_factor_user_id_idx" ON "two_factor"("user_id");

-- CreateIndex
CREATE INDEX "passkey_user_id_idx" ON "passkey"("user_id");

-- CreateIndex
CREATE INDEX "rate_limiter_expire_idx" ON "rate_limiter"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "membership_customer_id_key" ON "membership"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_subscription_id_key" ON "membership"("subscription_id");

-- CreateIndex
CREATE INDEX "membership_period_end_idx" ON "membership"("period_end");

-- CreateIndex
CREATE UNIQUE INDEX "membership_event_key_key" ON "membership_event"("key");

-- CreateIndex
CREATE INDEX "membership_event_account_key_id_idx" ON "membership_event"("account_key", "id");

-- CreateIndex
CREATE INDEX "invoice_account_key_issued_at_idx" ON "invoice"("account_key", "issued_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "invoice_provider_provider_invoice_id_key" ON "invoice"("provider", "provider_invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "checkout_attempt_session_id_key" ON "checkout_attempt"("session_id");

-- CreateIndex
CREATE INDEX "checkout_attempt_user_id_created_at_idx" ON "checkout_attempt"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "gift_membership_code_hash_key" ON "gift_membership"("code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "gift_membership_session_id_key" ON "gift_membership"("session_id");

-- CreateIndex
CREATE INDEX "meter_read_article_id_idx" ON "meter_read"("article_id");

-- CreateIndex
CREATE INDEX "gift_link_giver_id_created_at_idx" ON "gift_link"("giver_id", "created_at");

-- CreateIndex
CREATE INDEX "gift_link_article_id_idx" ON "gift_link"("article_id");

-- CreateIndex
CREATE INDEX "user_trial_ends_at_idx" ON "user"("trial_ends_at");

-- AddForeignKey
ALTER TABLE "user" ADD CONSTRAINT "user_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publisher"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meter_read" ADD CONSTRAINT "meter_read_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_link" ADD CONSTRAINT "gift_link_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Sessions of before keep working: from now on only the digest of a token is stored.
UPDATE "session" SET "token" = encode(sha256(convert_to("token", 'UTF8')), 'hex');

-- The only way for the web's database user to a licensed text: a grant is proven with a key that this user cannot read.
CREATE FUNCTION read_article_body(wanted integer, proof text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  secret text;
BEGIN
  SELECT key INTO secret FROM public.body_key WHERE id = 1;
  IF secret IS NULL OR proof IS DISTINCT FROM encode(sha256(convert_to(secret || ':' || wanted || ':' || secret, 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'no grant for the text of article %', wanted USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN (SELECT html FROM public.article_body WHERE article_id = wanted);
END;
$$;
REVOKE ALL ON FUNCTION read_article_body(integer, text) FROM PUBLIC;

-- A withdrawn article's text never comes back, whatever a feed still carries.
CREATE FUNCTION keep_withdrawn_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public.article WHERE id = NEW.article_id AND taken_down_at IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER withdrawn_text BEFORE INSERT OR UPDATE ON article_body FOR EACH ROW EXECUTE FUNCTION keep_withdrawn_empty();
