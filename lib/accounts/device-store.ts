import { sha256Hex } from "@/lib/core/hash";
import { randomSecret } from "@/lib/core/random-secret";
import { type Conn, db } from "@/lib/platform/db";

/** Browsers an account is known from; the one unused longest makes room. */
const devicesMax = 20;

/** Whether someone signed in to the account with this address from this browser before. */
export async function isKnownDevice(email: string, device: string | null, conn: Conn = db): Promise<boolean> {
  if (!device) return false;
  const found = await conn.knownDevice.findFirst({
    where: { deviceHash: sha256Hex(device), user: { email } },
    select: { userId: true },
  });
  return found !== null;
}

/**
 * Remembers the browser of an account that has just signed in.
 *
 * @param device the mark it came with; kept only if the account gave it, because someone else may have planted it
 * @returns the mark it carries from now on
 */
export async function rememberDevice(userId: string, device: string | null, now: Date, conn: Conn = db): Promise<string> {
  const { count } = device
    ? await conn.knownDevice.updateMany({ where: { userId, deviceHash: sha256Hex(device) }, data: { seenAt: now } })
    : { count: 0 };
  if (device && count > 0) return device;
  const fresh = randomSecret();
  await conn.$executeRaw`
    WITH old AS (SELECT device_hash FROM known_device WHERE user_id = ${userId} ORDER BY seen_at DESC, device_hash OFFSET ${devicesMax - 1}),
      gone AS (DELETE FROM known_device WHERE user_id = ${userId} AND device_hash IN (SELECT device_hash FROM old))
    INSERT INTO known_device (user_id, device_hash, seen_at) VALUES (${userId}, ${sha256Hex(fresh)}, ${now})`;
  return fresh;
}

/** Forgets every browser of an account but this one: after a reset nobody else's is trusted. */
export async function forgetDevices(userId: string, exceptDevice: string | null, conn: Conn = db): Promise<void> {
  await conn.knownDevice.deleteMany({ where: { userId, ...(exceptDevice && { deviceHash: { not: sha256Hex(exceptDevice) } }) } });
}
