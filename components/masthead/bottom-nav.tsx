import { Icon, type IconName } from "@/components/icon/icon";

const places: readonly { href: string; name: string; icon: IconName }[] = [
  { href: "/", name: "Front page", icon: "newspaper" },
  { href: "/top", name: "Top", icon: "trending-up" },
  { href: "/#picks", name: "Our Picks", icon: "pen-line" },
  { href: "#sections", name: "Sections", icon: "layout-list" },
  { href: "/titles", name: "Titles", icon: "library" },
];

/** Five places within reach of a thumb; shown on phones only. */
export function BottomNav({ path }: { path: string }) {
  return (
    <nav className="bottom" aria-label="Places">
      {places.map((place) => (
        <a key={place.href} href={place.href} aria-current={place.href === path ? "page" : undefined}>
          <Icon name={place.icon} />
          {place.name}
        </a>
      ))}
    </nav>
  );
}
