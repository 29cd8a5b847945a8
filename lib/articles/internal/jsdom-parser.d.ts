declare module "@mozilla/readability/JSDOMParser.js" {
  /** The plain, scriptless DOM that Readability's makers wrote for it to run in workers. */
  // biome-ignore lint/style/noDefaultExport: the package has no other.
  export default class JSDOMParser {
    /** @returns null for what is not well formed */
    parse(html: string, url?: string): Document;
  }
}
