const googleDomains = ["gmail.com", "googlemail.com"];

/**
 * The one person behind an address, so that a trial is had once: lower case, without a "+tag", and without the dots
 * that Gmail ignores. For comparing only: mail goes to the address as it was given.
 */
export function canonicalAddress(email: string): string {
  const address = email.trim().toLowerCase();
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  const [local = ""] = address.slice(0, at).split("+");
  if (!googleDomains.includes(domain)) return `${local}@${domain}`;
  return `${local.replaceAll(".", "")}@gmail.com`;
}

/** What to call someone of whom only the address is known: "ada.lovelace@…" is "Ada Lovelace". */
export function nameFromAddress(email: string): string {
  const [local = ""] = email.split("@");
  const words = (local.split("+")[0] ?? "").split(/[._-]+/).filter((word) => /\p{L}/u.test(word));
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(" ");
  return name.slice(0, 100) || "Reader";
}
