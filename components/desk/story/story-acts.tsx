import type { ReactNode } from "react";
import { type DeskStory, headlineCharsMax } from "@/lib/stories/desk-types";

type StoryActsProps = { story: DeskStory; isLive: boolean };

/** What is done to a story as a whole. */
export function StoryActs({ story, isLive }: StoryActsProps) {
  return (
    <div className="desk-story-acts">
      <Act story={story} title="Merge" id="act-merge">
        <div className="desk-field">
          <label htmlFor="merge-into">Into the story at</label>
          <input id="merge-into" name="into" required={true} autoComplete="off" placeholder="/story/…" maxLength={500} />
          <small>
            All its articles go there for good, and this address leads there. <a href="/desk/find?kind=stories">Find the other story</a>
          </small>
        </div>
        <button type="submit" name="act" value="merge" className="desk-button" data-confirm="Merge this whole story into the other?">
          Merge
        </button>
      </Act>
      <Act story={story} title="Headline" id="act-rename">
        <div className="desk-field">
          <label htmlFor="headline">Our own headline for the story</label>
          <input id="headline" name="headline" defaultValue={story.deskHeadline ?? ""} maxLength={headlineCharsMax} autoComplete="off" />
          <small>On the story’s page and wherever it is linked, never on an article. Empty leaves it to the rule.</small>
        </div>
        <button type="submit" name="act" value="rename" className="desk-button">
          Set the headline
        </button>
      </Act>
      <Act story={story} title="Live" id="act-live">
        <div className="desk-field">
          <label htmlFor="hours">Hours from now</label>
          <input id="hours" name="hours" type="number" min={0} max={72} defaultValue={isLive ? 0 : 6} required={true} />
          <small>Its page says “Live” for so long. 0 ends it.</small>
        </div>
        <button type="submit" name="act" value="live" className="desk-button">
          Set it
        </button>
      </Act>
      {story.deskLeadId !== null && (
        <Act story={story} title="Lead" id="act-lead">
          <input type="hidden" name="lead" value="0" />
          <p>An editor chose the lead.</p>
          <button type="submit" name="act" value="lead" className="desk-button">
            Leave the lead to the rule
          </button>
        </Act>
      )}
    </div>
  );
}

function Act({ story, title, id, children }: { story: DeskStory; title: string; id: string; children: ReactNode }) {
  const path = `/desk/stories/${story.slug}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <form method="post" action={`${path}/act`} data-desk="" className="desk-act">
        <input type="hidden" name="returnTo" value={path} />
        {children}
      </form>
    </section>
  );
}
