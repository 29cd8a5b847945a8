import type { RowForm } from "./desk-forms";
import type { BoardAct } from "./types";

/** What a button of a row means on a board; null where it does not say where to. */
export function toBoardAct({ act, key, slot, other, edition }: RowForm): BoardAct | null {
  switch (act) {
    case "pin":
    case "unpin":
      return { kind: "pin", key, isPinned: act === "pin", edition };
    case "remove":
      return { kind: "remove", key };
    case "swap":
      return other === undefined || other === key ? null : { kind: "swap", key, otherKey: other, edition };
    case "up":
    case "down":
    case "place":
      return slot === undefined ? null : { kind: "place", key, slot: slot + { up: -1, down: 1, place: 0 }[act], edition };
    default:
      return act satisfies never;
  }
}
