-- DropForeignKey
ALTER TABLE "ledger_entry" DROP CONSTRAINT "ledger_entry_transfer_id_fkey";

-- DropForeignKey
ALTER TABLE "receipt_read" DROP CONSTRAINT "receipt_read_receipt_id_fkey";

-- CreateTable
CREATE TABLE "article_day" (
    "publisher_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "article_id" INTEGER NOT NULL,
    "reads" INTEGER NOT NULL DEFAULT 0,
    "completed" INTEGER NOT NULL DEFAULT 0,
    "active_sec" INTEGER NOT NULL DEFAULT 0,
    "saves" INTEGER NOT NULL DEFAULT 0,
    "gifts" INTEGER NOT NULL DEFAULT 0,
    "gift_opens" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "article_day_pkey" PRIMARY KEY ("publisher_id","day","article_id")
);

-- CreateTable
CREATE TABLE "title_day" (
    "publisher_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "readers" INTEGER NOT NULL DEFAULT 0,
    "reads" INTEGER NOT NULL DEFAULT 0,
    "completed" INTEGER NOT NULL DEFAULT 0,
    "active_sec" INTEGER NOT NULL DEFAULT 0,
    "saves" INTEGER NOT NULL DEFAULT 0,
    "gifts" INTEGER NOT NULL DEFAULT 0,
    "gift_opens" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "title_day_pkey" PRIMARY KEY ("publisher_id","day")
);

-- CreateTable
CREATE TABLE "title_country" (
    "publisher_id" INTEGER NOT NULL,
    "country" CHAR(2) NOT NULL,
    "readers" INTEGER NOT NULL,

    CONSTRAINT "title_country_pkey" PRIMARY KEY ("publisher_id","country")
);

-- CreateIndex
CREATE INDEX "article_day_article_id_day_idx" ON "article_day"("article_id", "day");

-- CreateIndex
CREATE INDEX "gift_link_created_at_idx" ON "gift_link"("created_at");

-- AddForeignKey
ALTER TABLE "article_day" ADD CONSTRAINT "article_day_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "title_day" ADD CONSTRAINT "title_day_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publisher"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "title_country" ADD CONSTRAINT "title_country_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publisher"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What foreign keys held row by row, a million of them at the end of a month, is held by one look at what each statement
-- wrote. Transfers cannot be deleted, so that entries written for one keep it.
CREATE OR REPLACE FUNCTION require_balance() RETURNS trigger LANGUAGE plpgsql AS $$
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
  SELECT w.transfer_id INTO wrong FROM (SELECT DISTINCT transfer_id FROM written) w
    WHERE NOT EXISTS (SELECT FROM ledger_transfer t WHERE t.id = w.transfer_id) LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'ledger transfer % is not there', wrong USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;

-- A read stands on the receipt of a living account and goes with it. Whoever writes reads holds the account.
CREATE FUNCTION require_receipt_reader() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong integer;
BEGIN
  SELECT w.receipt_id INTO wrong FROM (SELECT DISTINCT receipt_id FROM written) w
    WHERE NOT EXISTS (SELECT FROM receipt_reader r WHERE r.receipt_id = w.receipt_id) LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'receipt % has no reader', wrong USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER receipt_read_reader AFTER INSERT ON "receipt_read"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION require_receipt_reader();
CREATE TRIGGER receipt_read_reader_changed AFTER UPDATE ON "receipt_read"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION require_receipt_reader();

CREATE FUNCTION forget_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM receipt_read l USING erased e WHERE l.receipt_id = e.receipt_id;
  RETURN NULL;
END $$;
CREATE TRIGGER receipt_reader_forgotten AFTER DELETE ON "receipt_reader"
  REFERENCING OLD TABLE AS erased FOR EACH STATEMENT EXECUTE FUNCTION forget_receipt();
