// The ledger of promises: what was promised for when, and what became of it.

import { ask } from "./api.js";
import { el, empty, scrolling } from "./dom.js";
import { clear, given } from "./filters.js";
import { plural } from "./format.js";
import { go } from "./state.js";

const HEADINGS = ["Product", "Due", "Status", "Promised", "In", "Why", "Decided by"];

export async function promises({ signal, say }) {
  const filters = given("promises");
  const { rows } = await ask("claims", filters, signal);
  if (rows.length === 0) {
    say("");
    return [
      Object.keys(filters).length
        ? empty("No promise matches", el("p", {}, el("button", { type: "button", onclick: () => clear("promises") }, "Clear filters")))
        : empty("No promise is known yet", el("p", {}, "Promises are read out of announcements: a product, and the period that it is promised for. None of those that are stored has one; ", el("code", {}, "marketpulse run"), " reads more of them, ", el("code", {}, "marketpulse read FILE"), " shows what is found in one text.")),
    ];
  }

  say(`${plural(rows.length, "promise", "promises")}.`);
  const table = el(
    "table",
    {},
    el("caption", {}, "Promises, by the end of the period that each is for"),
    el("thead", {}, el("tr", {}, ...HEADINGS.map((h) => el("th", { scope: "col" }, h)))),
    el("tbody", {}, ...rows.map(row)),
  );
  return [scrolling(table, "Promises")];
}

function row(promise) {
  const story = (id, title) => el("button", { type: "button", class: "link", onclick: () => go({ view: null, event: id }) }, title);
  return el(
    "tr",
    {},
    el("td", {}, promise.subject),
    el("td", { class: "figure" }, promise.due.words),
    el("td", {}, el("span", { class: `badge ${promise.status}` }, promise.status)),
    el("td", { class: "figure" }, promise.promisedOn),
    el("td", { title: promise.quote }, story(promise.announcementId, promise.title)),
    el("td", { class: "prose" }, promise.reason),
    el("td", {}, promise.decidedBy ? story(promise.decidedBy, promise.decidedTitle) : "–"),
  );
}
