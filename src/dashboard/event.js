// One announcement: what it was, who told it, what was measured, and the path around it.

import { ask } from "./api.js";
import { el, outLink, scrolling } from "./dom.js";
import { instant, number, percent, price, pValue } from "./format.js";
import { pathFigure } from "./path.js";
import { go } from "./state.js";
import { claimList, statementList } from "./statements.js";
import { verdictBadge } from "./verdict.js";

export async function eventCard(id, symbol, benchmarks, signal) {
  const { rows } = await ask("announcements", { id, symbol }, signal);
  const story = rows[0];
  if (!story) {
    return [el("p", { class: "hint" }, `No announcement ${id} is stored.`)];
  }

  const [measured, path, stated] = await Promise.all([
    ask("correlations", { symbol, from: story.eventDay, to: story.eventDay, limit: 1000 }, signal),
    ask("path", { symbol, event: id }, signal),
    ask("statements", { symbol, id }, signal),
  ]);
  const results = measured.rows.filter((r) => r.announcementId === id);
  return [
    el(
      "div",
      { class: "card" },
      el("h2", {}, story.title),
      el("p", { class: "byline" }, `${story.kind} (${story.kindReason}). Event day ${story.eventDay}: ${story.eventDayReason}.`),
      story.summary ? el("p", {}, story.summary) : null,
      el(
        "p",
        { class: "byline" },
        "Told by ",
        ...story.sources.flatMap((source, i) => [i ? ", " : "", outLink(source.url, source.feed), ` (${instant(source.publishedAt)})`]),
      ),
      ...(results.length ? verdict(results, benchmarks) : [el("p", { class: "hint" }, "Not measured yet: its window isn't over, or bars are missing.")]),
      statementList(stated.rows),
      claimList(story.claims),
      pathFigure(path.rows),
      el("p", { class: "buttons" }, el("button", { type: "button", onclick: () => go({ event: null }) }, "Close")),
    ),
  ];
}

function verdict(results, benchmarks) {
  // The one that mails and alerts go by comes first: the event day alone, nothing left out, the first benchmark.
  const order = (r) => [r.windowTo - r.windowFrom, r.exclusions === "none" ? 0 : 1, benchmarks.indexOf(r.benchmark)];
  const compare = (a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
  const sorted = [...results].sort((a, b) => compare(order(a), order(b)));
  const main = sorted[0];
  return [
    el("p", { class: "verdict" }, verdictBadge(main.verdict), `: ${main.verdictReason}.`),
    el(
      "dl",
      { class: "figures" },
      ...[
        ["Close", price(main.close)],
        ["Return", percent(main.return)],
        [`${main.benchmark} lets expect`, percent(main.expectedReturn)],
        ["Left", percent(main.cumulativeAbnormalReturn)],
        ["t", number(main.t)],
        ["p", pValue(main.p)],
      ].map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))),
    ),
    main.confounders.length
      ? el("p", {}, "Also in the window: ", main.confounders.map((c) => `${c.title} (${c.eventDay})`).join("; "), ".")
      : null,
    el("details", {}, el("summary", {}, `All ${results.length} results`), scrolling(resultTable(sorted), "All results of this announcement")),
  ];
}

function resultTable(results) {
  return el(
    "table",
    {},
    el("thead", {}, el("tr", {}, ...["Against", "Window", "Left out", "Return", "Abnormal", "t", "p", "Verdict"].map((h) => el("th", { scope: "col" }, h)))),
    el(
      "tbody",
      {},
      ...results.map((r) =>
        el(
          "tr",
          {},
          el("td", {}, r.benchmark),
          el("td", { class: "figure" }, `${r.windowFrom}..${r.windowTo}`),
          el("td", {}, r.exclusions),
          ...[percent(r.return), percent(r.cumulativeAbnormalReturn), number(r.t), pValue(r.p)].map((v) => el("td", { class: "figure" }, v)),
          el("td", {}, verdictBadge(r.verdict)),
        ),
      ),
    ),
  );
}
