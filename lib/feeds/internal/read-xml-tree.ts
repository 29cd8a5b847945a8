import { entriesMax } from "./raw-feed";
import { scanXml, type XmlEvents } from "./scan-xml";
import { XmlNames } from "./xml-names";
import { XmlNode } from "./xml-node";

export type XmlTree = {
  /** Null where the document holds no element. */
  root: XmlNode | null;
  /** The entries, wherever they stand: in the channel, beside it (RSS 1.0) or where hand-made feeds put them. */
  entries: XmlNode[];
  /** How many more there are that were not read: as many as their opening tags. */
  entriesBeyond: number;
  warnings: string[];
};

/** Reads a feed document into its elements, up to the last entry wanted; entries are kept apart from the tree. Never throws. */
export function readXmlTree(source: string): XmlTree {
  const builder = new TreeBuilder();
  const { warnings, end } = scanXml(source, builder);
  const entriesBeyond = builder.beyond === "" ? 0 : 1 + countOpened(source, builder.beyond, end);
  return { root: builder.root, entries: builder.entries, entriesBeyond, warnings };
}

/** How often an element is opened from an index on: looked for and not read, which costs next to nothing. */
function countOpened(source: string, name: string, from: number): number {
  const mark = `<${name}`;
  let count = 0;
  for (let at = source.indexOf(mark, from); at >= 0; at = source.indexOf(mark, at + mark.length)) {
    if (/[\s>/]/.test(source.charAt(at + mark.length))) count += 1;
  }
  return count;
}

class TreeBuilder implements XmlEvents {
  root: XmlNode | null = null;
  readonly entries: XmlNode[] = [];
  /** Name, as written, of the first entry that is not read; empty while there is none. */
  beyond = "";
  private readonly names = new XmlNames();
  private readonly openNodes: XmlNode[] = [];
  private top: XmlNode | null = null;

  open(written: string, attributes: string): boolean {
    if (!this.root) this.names.start(written);
    if (attributes.includes("xmlns")) this.names.declare(attributes);
    const name = this.names.of(written);
    const node = new XmlNode(name.canonical, attributes);
    this.place(node, written);
    this.openNodes.push(node);
    this.top = node;
    return name.isText;
  }

  text(text: string): void {
    if (this.top) this.top.text += text;
  }

  close(): void {
    this.openNodes.pop();
    this.top = this.openNodes.at(-1) ?? null;
  }

  get isDone(): boolean {
    return this.beyond !== "";
  }

  private place(node: XmlNode, written: string): void {
    this.root ??= node;
    if (node === this.root || (node.name !== "item" && node.name !== "entry")) this.top?.add(node);
    else if (this.entries.length < entriesMax) this.entries.push(node);
    else this.beyond = written;
  }
}
