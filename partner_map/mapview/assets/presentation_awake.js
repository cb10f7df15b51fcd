/** Keeps the screen awake while the presentation is shown, where the browser can. */

/**
 * Hold the screen awake until the signal; a browser lets go of it when the page is hidden.
 * @param {AbortSignal} signal
 */
export function keepAwake(signal) {
  /** @type {WakeLockSentinel | undefined} */
  let held;
  const hold = async () => {
    if (document.hidden || signal.aborted) return;
    try {
      held = await navigator.wakeLock?.request("screen");
      if (signal.aborted) await held?.release();
    } catch (error) {
      console.warn("the screen cannot be kept awake:", error);
    }
  };
  document.addEventListener("visibilitychange", hold, { signal });
  signal.addEventListener("abort", () => held?.release());
  void hold();
}
