/**
 * Loads the live page, whose scripts keep a phone busy for long, once the first view's picture is
 * painted. It stands in the page itself, behind the template that holds the live page's scripts.
 */

{
  const PATIENCE = 2_000; // milliseconds, for a slow line and for a page that nobody looks at
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("live-page"));
  const picture = /** @type {HTMLImageElement} */ (document.querySelector("#first-view img"));

  const load = () => {
    if (!template.isConnected) return; // it has been done
    clearTimeout(timer);
    template.remove();
    const parts = document.importNode(template.content, true);
    // They run in their order, as they would in the page.
    for (const script of parts.querySelectorAll("script")) script.async = false;
    document.head.append(parts);
  };
  const timer = setTimeout(load, PATIENCE);
  const painted = () => requestAnimationFrame(() => setTimeout(load));
  picture.decode().then(painted, load);
}
