-- CreateTable
CREATE TABLE "sandbox_customer" (
    "id" TEXT NOT NULL,
    "client_reference" TEXT NOT NULL,
    "card_behaviour" TEXT,
    "card_last4" CHAR(4),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sandbox_customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sandbox_subscription" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "paid_plan" TEXT NOT NULL,
    "anchor_day" INTEGER NOT NULL,
    "period_start" TIMESTAMPTZ(3) NOT NULL,
    "period_end" TIMESTAMPTZ(3) NOT NULL,
    "is_ending" BOOLEAN NOT NULL DEFAULT false,
    "past_due_since" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "resumes_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "next_due_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sandbox_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sandbox_session" (
    "id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "client_reference" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "months" INTEGER NOT NULL,
    "success_url" TEXT NOT NULL,
    "cancel_url" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "customer_id" TEXT,
    "subscription_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sandbox_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sandbox_invoice" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "customer_id" TEXT NOT NULL,
    "subscription_id" TEXT,
    "status" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "period_start" TIMESTAMPTZ(3),
    "period_end" TIMESTAMPTZ(3),
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),

    CONSTRAINT "sandbox_invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sandbox_portal" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "return_url" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sandbox_portal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sandbox_event" (
    "position" BIGSERIAL NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "customer_id" TEXT,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "delivered_at" TIMESTAMPTZ(3),
    "last_status" INTEGER,

    CONSTRAINT "sandbox_event_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "sandbox_request" (
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sandbox_request_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "sandbox_customer_client_reference_key" ON "sandbox_customer"("client_reference");

-- CreateIndex
CREATE INDEX "sandbox_subscription_customer_id_created_at_idx" ON "sandbox_subscription"("customer_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "sandbox_subscription_next_due_at_idx" ON "sandbox_subscription"("next_due_at");

-- CreateIndex
CREATE UNIQUE INDEX "sandbox_session_attempt_id_key" ON "sandbox_session"("attempt_id");

-- CreateIndex
CREATE UNIQUE INDEX "sandbox_invoice_number_key" ON "sandbox_invoice"("number");

-- CreateIndex
CREATE INDEX "sandbox_invoice_customer_id_issued_at_idx" ON "sandbox_invoice"("customer_id", "issued_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "sandbox_event_event_id_key" ON "sandbox_event"("event_id");

-- CreateIndex
CREATE INDEX "sandbox_event_delivered_at_next_try_at_idx" ON "sandbox_event"("delivered_at", "next_try_at");

-- CreateIndex
CREATE INDEX "sandbox_event_created_at_idx" ON "sandbox_event"("created_at");

-- AddForeignKey
ALTER TABLE "sandbox_subscription" ADD CONSTRAINT "sandbox_subscription_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "sandbox_customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sandbox_invoice" ADD CONSTRAINT "sandbox_invoice_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "sandbox_customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
