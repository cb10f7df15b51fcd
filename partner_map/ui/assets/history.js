/**
 * Keeps the browser's history short: one way through the years is one step back. What the browser
 * refuses to write, as WebKit does when it is asked too often, is written a second later.
 */

const WAY = "partnerMapYears"; // in the state of an entry that a way through the years ended at
const PATIENCE = 1000; // milliseconds

/**
 * Whether two URLs differ in their year alone.
 * @param {URL} one
 * @param {URL} other
 */
export function differByYear(one, other) {
  const [before, after] = [one, other].map((url) => {
    const rest = new URL(url);
    rest.searchParams.delete("year");
    rest.searchParams.sort();
    return rest.href;
  });
  return before === after && one.searchParams.get("year") !== other.searchParams.get("year");
}

/**
 * Let a window write its history so.
 * @param {Pick<Window, "history" | "location" | "setTimeout">} page
 */
export function keepHistoryShort({ history, location, setTimeout }) {
  const push = history.pushState.bind(history);
  const replace = history.replaceState.bind(history);
  /** The write that was refused and waits. @type {(() => void) | undefined} */
  let refused;

  /** @param {() => void} write */
  const attempt = (write) => {
    try {
      write();
      refused = undefined;
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== "SecurityError") throw error;
      if (!refused) setTimeout(again, PATIENCE);
      refused = write;
    }
  };
  const again = () => {
    const write = refused;
    refused = undefined;
    if (write) attempt(write);
  };
  history.pushState = (state, unused, url) => {
    const here = new URL(location.href);
    const isStep = differByYear(here, new URL(url ?? here, here));
    const told = isStep ? { ...state, [WAY]: true } : state;
    const isFurther = isStep && history.state?.[WAY] === true;
    attempt(() => (isFurther ? replace : push)(told, unused, url));
  };
  history.replaceState = (state, unused, url) => attempt(() => replace(state, unused, url));
}
