import { expect, it } from "vitest";
import { canonicalAddress, nameFromAddress } from "@/lib/accounts/canonical-address";

it("sees one person behind the ways to write an address", () => {
  for (const address of ["Ada.Love@gmail.com", "adalove+news@GMAIL.com", "a.d.a.love@googlemail.com"])
    expect(canonicalAddress(address)).toBe("adalove@gmail.com");
  expect(canonicalAddress("Ada+x@Engine.example")).toBe("ada@engine.example");
});

it("keeps apart who is somebody else: dots count everywhere but at Gmail", () => {
  expect(canonicalAddress("a.da@engine.example")).not.toBe(canonicalAddress("ada@engine.example"));
});

it("makes a name of an address, and a word for people of none", () => {
  expect(nameFromAddress("ada.lovelace+x@engine.example")).toBe("Ada Lovelace");
  expect(nameFromAddress("12345@engine.example")).toBe("Reader");
});
