-- Counts of tries are written several times a sign-in and worth no wait for the disk: after a crash they start anew.
ALTER TABLE "rate_limiter" SET UNLOGGED;
