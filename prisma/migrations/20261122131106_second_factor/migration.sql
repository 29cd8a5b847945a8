-- DropIndex
DROP INDEX "two_factor_user_id_idx";

-- AlterTable
ALTER TABLE "two_factor" DROP CONSTRAINT "two_factor_pkey",
DROP COLUMN "failed_verification_count",
DROP COLUMN "id",
DROP COLUMN "locked_until",
DROP COLUMN "verified",
ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "last_step" INTEGER NOT NULL DEFAULT 0,
DROP COLUMN "backup_codes",
ADD COLUMN     "backup_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD CONSTRAINT "two_factor_pkey" PRIMARY KEY ("user_id");
