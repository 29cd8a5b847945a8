/**
 * JSON that may stand inside a `<script>` element: `<`, `>` and `&` escaped, so that no text of a publisher's can
 * close the element or open another.
 */
export function jsonForScript(data: object): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
