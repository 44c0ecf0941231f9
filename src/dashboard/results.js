// Every stored result as a table, filtered and sorted by the API, page by page.

import { ask, save } from "./api.js";
import { el, empty, scrolling } from "./dom.js";
import { clear, given } from "./filters.js";
import { number, percent, plural, pValue } from "./format.js";
import { go, state } from "./state.js";
import { verdictBadge } from "./verdict.js";

const SORTED = { "Event day": "newest", Return: "return", Abnormal: "abnormal", t: "t", p: "p" };
const HEADINGS = ["Event day", "Kind", "Announcement", "Against", "Window", "Left out", "Return", "Abnormal", "t", "p", "Verdict"];

export async function results({ signal, say }) {
  const filters = { ...given("results"), sort: state().sort };
  const first = await firstRows(filters, signal);
  if (first.rows.length === 0) {
    say("");
    return [
      Object.values(filters).some(Boolean)
        ? empty("No result matches", el("p", {}, el("button", { type: "button", onclick: () => clear("results") }, "Clear filters")))
        : empty("Nothing is measured yet", el("p", {}, "Results appear once an announcement's window is over and its bars are stored: ", el("code", {}, "marketpulse run"), ".")),
    ];
  }

  const body = el("tbody", {}, ...first.rows.map(row));
  const table = el("table", {}, el("thead", {}, el("tr", {}, ...HEADINGS.map((h) => heading(h, filters.sort ?? "newest")))), body);
  let next = first.next;
  const tell = () => say(`${plural(body.rows.length, "result", "results")}${next ? ", and more" : ""}.`);
  const more = el("button", { type: "button", hidden: !next, onclick: load }, "More");
  async function load() {
    more.disabled = true;
    const page = await ask("correlations", { ...filters, after: next }, signal);
    next = page.next;
    body.append(...page.rows.map(row));
    more.hidden = !next;
    more.disabled = false;
    tell();
  }

  tell();
  return [
    el(
      "p",
      { class: "buttons" },
      ...["csv", "json"].map((format) => el("button", { type: "button", onclick: () => save("correlations", filters, format) }, `Export ${format.toUpperCase()}`)),
    ),
    scrolling(table, "Results"),
    el("p", { class: "buttons" }, more),
  ];
}

/** The first page with rows: one without any may yet have others after it. */
async function firstRows(filters, signal) {
  let page = await ask("correlations", filters, signal);
  while (page.rows.length === 0 && page.next) {
    page = await ask("correlations", { ...filters, after: page.next }, signal);
  }
  return page;
}

function heading(text, sort) {
  const key = SORTED[text];
  if (!key) return el("th", { scope: "col" }, text);
  const isSorted = key === sort;
  return el(
    "th",
    { scope: "col", "aria-sort": isSorted ? (key === "p" ? "ascending" : "descending") : null },
    el("button", { type: "button", class: "sort", onclick: () => go({ sort: key === "newest" ? null : key }) }, text, isSorted ? (key === "p" ? " ▲" : " ▼") : ""),
  );
}

function row(r) {
  return el(
    "tr",
    {},
    el("td", { class: "figure" }, r.eventDay),
    el("td", {}, r.kind),
    el("td", {}, el("button", { type: "button", class: "link", onclick: () => go({ view: null, event: r.announcementId, sort: null }) }, r.title)),
    el("td", {}, r.benchmark),
    el("td", { class: "figure" }, `${r.windowFrom}..${r.windowTo}`),
    el("td", {}, r.exclusions),
    ...[percent(r.return), percent(r.cumulativeAbnormalReturn), number(r.t), pValue(r.p)].map((v) => el("td", { class: "figure" }, v)),
    el("td", {}, verdictBadge(r.verdict)),
  );
}
