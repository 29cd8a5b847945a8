import { DeskFrame } from "@/components/desk/desk-frame";

type MovedStoryPageProps = { movedTo: string; staff: { name: string; role: "editor" | "admin" } };

/** The desk's page of a story that another absorbed. */
export function MovedStoryPage({ movedTo, staff }: MovedStoryPageProps) {
  return (
    <DeskFrame staff={staff} path="/desk/find/story" title="A merged story">
      <p className="desk-empty">
        Another story absorbed this one; its address leads readers there. <a href={`/desk/stories/${movedTo}`}>Go to that story</a>
      </p>
    </DeskFrame>
  );
}
