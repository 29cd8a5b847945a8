import { deserialize, serialize } from "node:v8";

/** A value as bytes: what waits, or only passes through, need not be made into objects. */
export type Packed<Value> = Uint8Array & { readonly [packedBrand]: Value };
declare const packedBrand: unique symbol;

/** @param value what structured clone can carry: no functions, no class instances of ours */
export const pack = <Value>(value: Value): Packed<Value> => serialize(value) as Uint8Array as Packed<Value>;

/** What was packed, made anew by each call; bytes within it stay where they are. */
export const unpack = <Value>(packed: Packed<Value>): Value => deserialize(packed) as Value;
