import { readAttributes } from "./xml-text";

/** An element of a feed: its own text, and its child elements by canonical name, in order. */
export class XmlNode {
  text = "";
  private children: Map<string, XmlNode[]> | null = null;
  private attributes: Map<string, string> | null = null;

  /** @param attributeSource the attribute list as written; read when first asked for */
  constructor(
    readonly name: string,
    private readonly attributeSource: string,
  ) {}

  add(child: XmlNode): void {
    this.children ??= new Map();
    const siblings = this.children.get(child.name);
    if (siblings) siblings.push(child);
    else this.children.set(child.name, [child]);
  }

  named(name: string): readonly XmlNode[] {
    return this.children?.get(name) ?? none;
  }

  attribute(name: string): string | null {
    if (this.attributeSource === "") return null;
    this.attributes ??= readAttributes(this.attributeSource);
    return this.attributes.get(name) ?? null;
  }
}

const none: readonly XmlNode[] = [];

/** An attribute's value, or null. */
export const attributeOf = (node: XmlNode | undefined, name: string): string | null => node?.attribute(name) ?? null;

/** Children of several names, all of the first name before those of the next. */
export function childrenNamed(node: XmlNode, ...names: string[]): readonly XmlNode[] {
  let found = none;
  for (const name of names) {
    const children = node.named(name);
    if (children.length > 0) found = found.length === 0 ? children : [...found, ...children];
  }
  return found;
}

/** First non-empty text among the children of these names, trimmed; null where there is none. */
export function firstText(node: XmlNode, ...names: string[]): string | null {
  for (const name of names) {
    for (const child of node.named(name)) {
      const text = child.text.trim();
      if (text !== "") return text;
    }
  }
  return null;
}

/** Every non-empty text of the children of these names, trimmed. */
export function allTexts(node: XmlNode, ...names: string[]): string[] {
  const texts: string[] = [];
  for (const name of names) {
    for (const child of node.named(name)) {
      const text = child.text.trim();
      if (text !== "") texts.push(text);
    }
  }
  return texts;
}
