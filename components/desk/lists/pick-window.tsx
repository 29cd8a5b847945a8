import { DeskTime } from "./desk-time";

type PickWindowProps = { startsAt: Date; endsAt: Date | null };

/** From when until when a pick runs. */
export function PickWindow({ startsAt, endsAt }: PickWindowProps) {
  return (
    <>
      <DeskTime at={startsAt} />
      {" – "}
      {endsAt ? <DeskTime at={endsAt} /> : "until taken off"}
    </>
  );
}
