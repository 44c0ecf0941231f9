// Every decision about an alert, and why.

import { ask } from "./api.js";
import { el, empty, scrolling } from "./dom.js";
import { clear, given } from "./filters.js";
import { instant, number, percent, plural } from "./format.js";
import { go } from "./state.js";

export async function alerts({ signal, say }) {
  const filters = given("alerts");
  const first = await ask("alerts", filters, signal);
  if (first.rows.length === 0 && !first.next) {
    say("");
    return [
      Object.keys(filters).length
        ? empty("No decision matches", el("p", {}, el("button", { type: "button", onclick: () => clear("alerts") }, "Clear filters")))
        : empty("Nothing is decided yet", el("p", {}, "A decision is stored, with its reason, for every measured announcement; also the one not to mail. ", el("code", {}, "marketpulse run"), " measures and decides.")),
    ];
  }

  let next = first.next;
  const body = el("tbody", {}, ...first.rows.map(row));
  const tell = () => say(`${plural(body.rows.length, "decision", "decisions")}${next ? ", and more" : ""}.`);
  const more = el("button", { type: "button", hidden: !next, onclick: load }, "More");
  async function load() {
    const page = await ask("alerts", { ...filters, after: next }, signal);
    next = page.next;
    body.append(...page.rows.map(row));
    more.hidden = !next;
    tell();
  }

  tell();
  const table = el(
    "table",
    {},
    el("caption", {}, "Decisions, newest event day first"),
    el("thead", {}, el("tr", {}, ...["Event day", "Announcement", "Decision", "Why", "Return", "t", "Decided"].map((h) => el("th", { scope: "col" }, h)))),
    body,
  );
  return [scrolling(table, "Alerts"), el("p", { class: "buttons" }, more)];
}

function row(a) {
  return el(
    "tr",
    {},
    el("td", { class: "figure" }, a.eventDay),
    el("td", {}, el("button", { type: "button", class: "link", onclick: () => go({ view: null, event: a.announcementId }) }, a.title)),
    el("td", {}, el("span", { class: `badge ${a.decision.replaceAll(" ", "-")}` }, a.decision)),
    el("td", { class: "prose" }, a.mail ? `${a.reason}. Mail: ${a.mail}` : a.reason),
    el("td", { class: "figure" }, percent(a.return)),
    el("td", { class: "figure" }, number(a.t)),
    el("td", { class: "figure" }, instant(a.decidedAt)),
  );
}
