/** Answers each line, a link to the live application and states, with the link in each state. */

import { createInterface } from "node:readline";

import { liveUrl, readSeen, writeQuery } from "../../partner_map/site/assets/seen.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { told, links } = JSON.parse(line);
  const answer = links.map(({ href, city, search }) => {
    const seen = readSeen(search, city, told);
    return { live: liveUrl(href, seen, told), query: writeQuery(seen, told) };
  });
  console.log(JSON.stringify(answer));
}
