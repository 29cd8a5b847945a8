-- AlterTable
ALTER TABLE "publisher" ADD COLUMN     "follower_count" INTEGER NOT NULL DEFAULT 0;
