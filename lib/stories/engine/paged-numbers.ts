const pageBits = 14;
const pageMask = (1 << pageBits) - 1;

/** Whole numbers of 32 bits by place, without end; 0 where none was set. */
export type PagedNumbers = { get: (at: number) => number; set: (at: number, value: number) => void };

/** Opens an empty list. It grows page by page: one array doubled again and again would be held twice while it is copied. */
export function openPagedNumbers(): PagedNumbers {
  const pages: Int32Array[] = [];
  return {
    get: (at) => pages[at >>> pageBits]?.[at & pageMask] ?? 0,
    set: (at, value) => {
      const number = at >>> pageBits;
      for (let next = pages.length; next <= number; next += 1) pages.push(new Int32Array(pageMask + 1));
      const page = pages[number];
      if (page) page[at & pageMask] = value;
    },
  };
}
