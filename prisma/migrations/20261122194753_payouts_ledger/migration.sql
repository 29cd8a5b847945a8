-- CreateEnum
CREATE TYPE "ledger_account" AS ENUM ('cash', 'prepaid', 'costs', 'tax', 'share', 'pool', 'payable');

-- CreateTable
CREATE TABLE "payout_month" (
    "month" CHAR(7) NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,
    "terms" JSONB NOT NULL,
    "members" INTEGER NOT NULL,
    "reads" INTEGER NOT NULL,

    CONSTRAINT "payout_month_pkey" PRIMARY KEY ("month")
);

-- CreateTable
CREATE TABLE "payout_charge" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "account_key" CHAR(64),
    "currency" CHAR(3) NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "cost_minor" INTEGER NOT NULL,
    "tax_minor" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "divided_minor" INTEGER NOT NULL DEFAULT 0,
    "returned_in" CHAR(7),

    CONSTRAINT "payout_charge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_transfer" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "month" CHAR(7) NOT NULL,
    "account_key" CHAR(64),
    "charge_id" INTEGER,
    "receipt_id" INTEGER,
    "cause" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "transfer_id" BIGINT NOT NULL,
    "line" SMALLINT NOT NULL,
    "account" "ledger_account" NOT NULL,
    "publisher_id" INTEGER,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("transfer_id","line")
);

-- CreateTable
CREATE TABLE "receipt" (
    "id" SERIAL NOT NULL,
    "month" CHAR(7) NOT NULL,
    "account_key" CHAR(64) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "fee_minor" INTEGER NOT NULL,
    "cost_minor" INTEGER NOT NULL,
    "tax_minor" INTEGER NOT NULL,
    "share_minor" INTEGER NOT NULL,
    "titles_minor" INTEGER NOT NULL,
    "pool_minor" INTEGER NOT NULL,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_reader" (
    "receipt_id" INTEGER NOT NULL,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "receipt_reader_pkey" PRIMARY KEY ("receipt_id")
);

-- CreateTable
CREATE TABLE "receipt_read" (
    "receipt_id" INTEGER NOT NULL,
    "article_id" INTEGER NOT NULL,
    "publisher_id" INTEGER NOT NULL,
    "depth" SMALLINT NOT NULL,
    "active_sec" INTEGER NOT NULL,
    "gift_opens" SMALLINT NOT NULL,
    "weight" SMALLINT NOT NULL,
    "amount_minor" INTEGER NOT NULL,

    CONSTRAINT "receipt_read_pkey" PRIMARY KEY ("receipt_id","article_id")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" SERIAL NOT NULL,
    "month" CHAR(7) NOT NULL,
    "publisher_id" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "readers" INTEGER NOT NULL,
    "reads" INTEGER NOT NULL,
    "earned_minor" BIGINT NOT NULL,
    "pool_minor" BIGINT NOT NULL,
    "correction_minor" BIGINT NOT NULL,
    "pooled_minor" BIGINT NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_line" (
    "statement_id" INTEGER NOT NULL,
    "article_id" INTEGER NOT NULL,
    "readers" INTEGER NOT NULL,
    "gift_opens" INTEGER NOT NULL,
    "weight" BIGINT NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "statement_line_pkey" PRIMARY KEY ("statement_id","article_id")
);

-- CreateTable
CREATE TABLE "taken_back" (
    "user_id" TEXT NOT NULL,
    "article_id" INTEGER NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "taken_back_pkey" PRIMARY KEY ("user_id","article_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "payout_charge_key_key" ON "payout_charge"("key");

-- CreateIndex
CREATE INDEX "payout_charge_account_key_idx" ON "payout_charge"("account_key");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transfer_cause_key" ON "ledger_transfer"("cause");

-- CreateIndex
CREATE INDEX "ledger_transfer_charge_id_idx" ON "ledger_transfer"("charge_id");

-- CreateIndex
CREATE INDEX "ledger_transfer_receipt_id_idx" ON "ledger_transfer"("receipt_id");

-- CreateIndex
CREATE INDEX "ledger_transfer_account_key_idx" ON "ledger_transfer"("account_key");

-- CreateIndex
CREATE INDEX "receipt_month_idx" ON "receipt"("month");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_account_key_month_currency_key" ON "receipt"("account_key", "month", "currency");

-- CreateIndex
CREATE INDEX "receipt_reader_user_id_idx" ON "receipt_reader"("user_id");

-- CreateIndex
CREATE INDEX "statement_month_idx" ON "statement"("month");

-- CreateIndex
CREATE UNIQUE INDEX "statement_publisher_id_month_currency_key" ON "statement"("publisher_id", "month", "currency");

-- CreateIndex
CREATE INDEX "taken_back_article_id_idx" ON "taken_back"("article_id");

-- AddForeignKey
ALTER TABLE "ledger_transfer" ADD CONSTRAINT "ledger_transfer_charge_id_fkey" FOREIGN KEY ("charge_id") REFERENCES "payout_charge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_transfer" ADD CONSTRAINT "ledger_transfer_receipt_id_fkey" FOREIGN KEY ("receipt_id") REFERENCES "receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "ledger_transfer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_reader" ADD CONSTRAINT "receipt_reader_receipt_id_fkey" FOREIGN KEY ("receipt_id") REFERENCES "receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_reader" ADD CONSTRAINT "receipt_reader_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_read" ADD CONSTRAINT "receipt_read_receipt_id_fkey" FOREIGN KEY ("receipt_id") REFERENCES "receipt_reader"("receipt_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publisher"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_line" ADD CONSTRAINT "statement_line_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "taken_back" ADD CONSTRAINT "taken_back_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "taken_back" ADD CONSTRAINT "taken_back_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A title is owed, everything else is ours or the members'; and nothing is moved by nothing.
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_amount" CHECK (amount_minor <> 0);
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_title" CHECK ((account = 'payable') = (publisher_id IS NOT NULL));
-- What is still to divide: a closing reads these and no others.
CREATE INDEX "payout_charge_open_idx" ON "payout_charge"("account_key") WHERE divided_minor < amount_minor AND returned_in IS NULL;
-- What the pool holds is asked at every closing, of few entries among many.
CREATE INDEX "ledger_entry_pool_idx" ON "ledger_entry"("currency") WHERE account = 'pool';

-- What is written stays: a later finding is a new transfer. Emptying what is empty loses nothing.
CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  has_rows boolean;
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    EXECUTE format('SELECT EXISTS (SELECT FROM %I.%I)', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO has_rows;
    IF NOT has_rows THEN RETURN NULL; END IF;
  END IF;
  RAISE EXCEPTION '% is append-only: write a transfer that corrects it', TG_TABLE_NAME;
END $$;
CREATE TRIGGER payout_month_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "payout_month"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER ledger_transfer_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_transfer"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER receipt_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "receipt"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER statement_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "statement"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER statement_line_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "statement_line"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- All entries of a transfer come by one statement, so that one look at what it wrote, as a set, proves the balance.
CREATE FUNCTION require_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong bigint;
BEGIN
  SELECT transfer_id INTO wrong FROM written GROUP BY transfer_id, currency HAVING sum(amount_minor) <> 0 LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'ledger transfer % does not balance', wrong USING ERRCODE = 'check_violation';
  END IF;
  -- The first line can be written once only, so whoever has to bring it cannot come again.
  SELECT transfer_id INTO wrong FROM written GROUP BY transfer_id HAVING min(line) <> 0 LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'ledger transfer % is written: its entries stay as they are', wrong USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_balance AFTER INSERT ON "ledger_entry"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION require_balance();

-- A transfer without entries moves nothing; by the end of the transaction it has some.
CREATE FUNCTION require_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ledger_entry WHERE transfer_id = NEW.id) THEN
    RAISE EXCEPTION 'ledger transfer % has no entries', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_transfer_entries AFTER INSERT ON "ledger_transfer"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_entries();

-- What a reader takes out of the history stands in no receipt any more; the sums by title stay.
CREATE FUNCTION forget_receipt_reads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM receipt_read l USING erased e, receipt_reader r
    WHERE r.user_id = e.user_id AND l.receipt_id = r.receipt_id AND l.article_id = e.article_id;
  RETURN NULL;
END $$;
CREATE TRIGGER article_read_forgotten AFTER DELETE ON "article_read"
  REFERENCING OLD TABLE AS erased FOR EACH STATEMENT EXECUTE FUNCTION forget_receipt_reads();
