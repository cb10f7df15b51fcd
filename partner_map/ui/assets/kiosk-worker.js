/**
 * The kiosk's service worker: where the server does not answer a page in kiosk
 * mode, it gives the page that waits for it, so that no error page of the browser,
 * which would stay, is ever shown. It keeps nothing else and touches no other page.
 */

const AWAY = "./kiosk-away.html";
const KEPT = "kiosk";
const PATIENCE = 10_000; // milliseconds

self.addEventListener("install", (event) => event.waitUntil(prepare()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { mode, url } = event.request;
  if (mode !== "navigate" || new URL(url).searchParams.get("mode") !== "kiosk") return;
  event.respondWith(answer(event.request));
});

/** Keep the page that waits. */
async function prepare() {
  const kept = await caches.open(KEPT);
  await kept.add(new Request(AWAY, { cache: "reload" }));
  await self.skipWaiting();
}

/** The server's page, or the one that waits for it. */
async function answer(request) {
  try {
    const page = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (page.status < 500) return page;
  } catch {
    // The server is away.
  }
  return (await caches.match(AWAY)) ?? Response.error();
}
