import { product } from "@/lib/core/product";
import { signInUrl, signUpUrl } from "./entry-url";

/** The promise and the way in, above everything a visitor sees. */
export function VisitorStrip({ path }: { path: string }) {
  return (
    <aside className="strip" aria-label="Membership">
      <p className="sheet">
        <span>{product.promise}</span>
        <a className="strip-start" href={signUpUrl(path)}>
          Start reading
        </a>
        <a href={signInUrl(path)}>Sign in</a>
      </p>
    </aside>
  );
}
