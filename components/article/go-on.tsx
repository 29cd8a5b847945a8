import type { OwnReading } from "@/lib/reading/own-types";

type GoOnProps = { goOn: NonNullable<OwnReading["goOn"]> };

/** The way to where the reader stopped, on whatever device that was. The place is found in the text by script. */
export function GoOn({ goOn: { sentence, depth } }: GoOnProps) {
  return (
    <p className="go-on only-script">
      <button type="button" className="button" data-go-on={sentence}>
        Go on from where you stopped
      </button>
      {depth > 0 && depth < 100 && <span>{`${depth}% seen`}</span>}
    </p>
  );
}
