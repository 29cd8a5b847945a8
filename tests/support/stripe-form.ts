/** A value of a form as Stripe's library writes them: `items[0][price]=p` nests. */
export type FormValue = string | FormTree;
export type FormTree = { [key: string]: FormValue };

/** Reads a form or query into a tree; list positions are keys like any other. */
export function readForm(text: string): FormTree {
  const tree: FormTree = {};
  for (const [path, value] of new URLSearchParams(text))
    put(
      tree,
      path.split(/\[|\]\[|\]/).filter((part, index) => index === 0 || part !== ""),
      value,
    );
  return tree;
}

function put(tree: FormTree, [key = "", ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const inner = tree[key];
  const next: FormTree = typeof inner === "object" ? inner : {};
  tree[key] = next;
  put(next, rest, value);
}

/** The text at a path of keys; undefined where there is none. */
export function textAt(tree: FormTree, ...path: string[]): string | undefined {
  const found = path.reduce<FormValue | undefined>((value, key) => (typeof value === "object" ? value[key] : undefined), tree);
  return typeof found === "string" ? found : undefined;
}

/** The tree at a path of keys; empty where there is none. */
export function treeAt(tree: FormTree, ...path: string[]): FormTree {
  const found = path.reduce<FormValue | undefined>((value, key) => (typeof value === "object" ? value[key] : undefined), tree);
  return typeof found === "object" ? found : {};
}
