-- CreateTable
CREATE TABLE "payout_round" (
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "is_good" BOOLEAN NOT NULL,
    "words" TEXT[],

    CONSTRAINT "payout_round_pkey" PRIMARY KEY ("kind")
);
