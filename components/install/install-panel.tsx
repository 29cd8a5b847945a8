import { Icon } from "@/components/icon/icon";
import { product } from "@/lib/core/product";

/** How to keep the paper on a phone; the button comes where the browser can install, the words are always true. */
export function InstallPanel() {
  return (
    <section className="install" aria-labelledby="install">
      <h2 id="install">Keep {product.name} in your pocket</h2>
      <p>
        Install the app: open your browser’s menu and choose “Install” or “Add to Home Screen”. It opens like any other app, on its own
        screen.
      </p>
      <button type="button" className="button button-quiet" data-install="">
        <Icon name="download" />
        <span>Install the app</span>
      </button>
    </section>
  );
}
