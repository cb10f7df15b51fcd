/** Answers each line of cases with a line of what the browser's own code makes of them. */

import { createInterface } from "node:readline";

import { bitsOf, hasBit, passes, statusIn } from "../../partner_map/mapview/assets/status.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { features, views } = JSON.parse(line);
  const answer = views.map((view) => {
    const bits = bitsOf(view);
    return features.map(({ properties }, place) =>
      hasBit(bits, place) && passes(properties, view) ? statusIn(properties, view) : "out",
    );
  });
  console.log(JSON.stringify(answer));
}
