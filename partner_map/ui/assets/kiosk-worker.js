/**
 * The kiosk's service worker: where the server does not answer a page in kiosk
 * mode, it gives the page that waits for it, so that no error page of the browser,
 * which would stay, is ever shown. It keeps nothing else and touches no other page.
 */

const AWAY = "./kiosk-away.html";
const KEPT = "kiosk";
const PATIENCE = 10_000; // milliseconds

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", (event) => event.waitUntil(prepare()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const { mode, url } = event.request;
  if (mode !== "navigate" || new URL(url).searchParams.get("mode") !== "kiosk") return;
  event.respondWith(answer(event.request));
});

/** Keep the page that waits. */
async function prepare() {
  const kept = await caches.open(KEPT);
  await kept.add(new Request(AWAY, { cache: "reload" }));
  await worker.skipWaiting();
}

/**
 * The server's page, or the one that waits for it.
 * @param {Request} request
 */
async function answer(request) {
  try {
    const page = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (page.status < 500) return page;
  } catch {
    // The server is away.
  }
  return (await caches.match(AWAY)) ?? Response.error();
}
