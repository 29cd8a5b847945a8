-- CreateTable
CREATE TABLE "mail_proof" (
    "id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "user_id" TEXT,
    "return_to" TEXT NOT NULL DEFAULT '/',
    "token_hash" CHAR(64),
    "code_digest" CHAR(64),
    "guesses" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_proof_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mail_proof_token_hash_key" ON "mail_proof"("token_hash");

-- CreateIndex
CREATE INDEX "mail_proof_email_purpose_idx" ON "mail_proof"("email", "purpose");

-- CreateIndex
CREATE INDEX "mail_proof_user_id_idx" ON "mail_proof"("user_id");

-- CreateIndex
CREATE INDEX "mail_proof_expires_at_idx" ON "mail_proof"("expires_at");

-- AddForeignKey
ALTER TABLE "mail_proof" ADD CONSTRAINT "mail_proof_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
