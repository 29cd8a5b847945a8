import type { PrismaClient } from "@/prisma/generated/client";
import { newPerson } from "./account-world";

/** Somebody of the staff in a browser of their own, who has shown a second factor a moment ago. */
export async function newStaff(db: PrismaClient, role: "editor" | "admin" | "publisher"): ReturnType<typeof newPerson> {
  const person = await newPerson(db);
  await db.user.update({ where: { id: person.userId }, data: { role, emailVerified: true } });
  await db.session.updateMany({ where: { userId: person.userId }, data: { secondFactorAt: new Date() } });
  return person;
}
