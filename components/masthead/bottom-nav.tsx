import { Icon, type IconName } from "@/components/icon/icon";

type Place = { href: string; name: string; icon: IconName };

const places: readonly Place[] = [
  { href: "/", name: "Front page", icon: "newspaper" },
  { href: "/top", name: "Top", icon: "trending-up" },
  { href: "/#picks", name: "Our Picks", icon: "pen-line" },
  { href: "#sections", name: "Sections", icon: "layout-list" },
  { href: "/titles", name: "Titles", icon: "library" },
];

/** What is the reader's own comes before what everyone has. */
const ownPlaces: readonly Place[] = [
  { href: "/", name: "Front page", icon: "newspaper" },
  { href: "/edition", name: "Edition", icon: "book-open" },
  { href: "/top", name: "Top", icon: "trending-up" },
  { href: "/saved", name: "Saved", icon: "bookmark" },
  { href: "#sections", name: "Sections", icon: "layout-list" },
];

/** Five places within reach of a thumb; shown on phones only. */
export function BottomNav({ path, isMember }: { path: string; isMember: boolean }) {
  return (
    <nav className="bottom" aria-label="Places">
      {(isMember ? ownPlaces : places).map((place) => (
        <a key={place.href} href={place.href} aria-current={place.href === path.split("?")[0] ? "page" : undefined}>
          <Icon name={place.icon} />
          {place.name}
        </a>
      ))}
    </nav>
  );
}
