/** What a new passkey is called until its owner names it, by the ways its authenticator can be reached. */
export function passkeyName(transports: readonly string[], isBackedUp: boolean): string {
  if (transports.includes("internal")) return isBackedUp ? "Password manager" : "This device";
  if (transports.includes("usb") || transports.includes("nfc") || transports.includes("ble")) return "Security key";
  if (transports.includes("hybrid")) return "Phone or tablet";
  return "Passkey";
}
