/** Answers each line of cases with a line of what the published pages say of them. */

import { createInterface } from "node:readline";

import { Teller } from "../../partner_map/site/assets/told.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { told, seen } = JSON.parse(line);
  const teller = new Teller(told);
  const answer = seen.map((one) => {
    const rows = teller.listed(one).map((partner) => teller.row(partner, one.year));
    return {
      year: teller.yearWords(one),
      summary: teller.summary(one),
      rows,
      none: rows.length === 0 ? teller.noRows(one) : "",
      filters: teller.filtersWords(one, rows.length),
      chart: teller.chart(one),
    };
  });
  console.log(JSON.stringify(answer));
}
