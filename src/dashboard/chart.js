// Prices with a mark at each announcement's event day; opening one tells what it was and what was measured.

import { askAll } from "./api.js";
import { el, empty, scrolling } from "./dom.js";
import { eventCard } from "./event.js";
import { given } from "./filters.js";
import { plural } from "./format.js";
import { priceChart } from "./price-chart.js";
import { go, state } from "./state.js";

export async function chart({ signal, description, say }) {
  const filters = given("chart");
  const { kind, ...span } = filters;
  const [prices, stories] = await Promise.all([
    askAll("prices", span, signal),
    askAll("announcements", filters, signal),
  ]);
  if (prices.length === 0 && stories.length === 0) {
    say("");
    return [nothingStored(Object.keys(filters).length > 0)];
  }

  const chosen = state().event;
  const list = el("div", { class: "columns" }, storyList(stories, chosen), el("section", { "aria-live": "polite", id: "event" }));
  if (chosen) {
    const card = await eventCard(chosen, span.symbol, benchmarks(description), signal);
    list.lastChild.replaceChildren(...card);
  } else {
    list.lastChild.append(el("p", { class: "hint" }, "Choose an announcement, on the chart or in the list, to see what was measured."));
  }

  say(`${plural(stories.length, "announcement", "announcements")}, ${plural(prices.length, "session", "sessions")}.`);
  const picture = await priceChart(prices, stories, chosen, (id) => go({ event: id }));
  return [picture, list];
}

/** The benchmarks in the watchlist's order: the first one decides. */
function benchmarks(description) {
  return description.paths["/api/path"].get.parameters.find((p) => p.name === "benchmark").schema.enum;
}

function storyList(stories, chosen) {
  const rows = [...stories].sort((a, b) => b.eventDay.localeCompare(a.eventDay));
  const table = el(
    "table",
    {},
    el("caption", {}, "Announcements, newest event day first"),
    el("thead", {}, el("tr", {}, ...["Event day", "Kind", "Announcement"].map((h) => el("th", { scope: "col" }, h)))),
    el(
      "tbody",
      {},
      ...rows.map((story) =>
        el(
          "tr",
          { class: story.id === chosen ? "chosen" : null },
          el("td", { class: "figure" }, story.eventDay),
          el("td", {}, story.kind),
          el(
            "td",
            {},
            el(
              "button",
              {
                type: "button",
                class: "link",
                "aria-pressed": story.id === chosen ? "true" : "false",
                onclick: () => go({ event: story.id }),
              },
              story.title,
            ),
          ),
        ),
      ),
    ),
  );
  return scrolling(table, "Announcements");
}

function nothingStored(narrowed) {
  return narrowed
    ? empty("Nothing between these dates", el("p", {}, "No bar and no announcement is stored there. Choose other dates, or clear the filters."))
    : empty(
        "Nothing is stored yet",
        el("p", {}, "Fetch announcements and prices once: ", el("code", {}, "marketpulse run"), ", or leave the timers running: they fetch by themselves."),
        el("p", {}, "To look around first, see the bundled history: ", el("code", {}, "marketpulse serve --sample"), "."),
      );
}
