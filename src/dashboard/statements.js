// What an announcement states about prices and promises for later, with what the bars say of it.

import { el, scrolling } from "./dom.js";

const NAMES = {
  confirmed: ["✓", "confirmed"],
  confirmedOnAnotherBase: ["✓", "confirmed on another base"],
  contradicted: ["✗", "contradicted"],
  cannotCheck: ["…", "can't be checked"],
};

export function statementList(statements) {
  if (statements.length === 0) return null;
  return el(
    "section",
    { class: "statements" },
    el("h3", {}, "What it states about prices"),
    el("ul", {}, ...statements.map(statement)),
  );
}

function statement(s) {
  const [sign, words] = NAMES[s.verdict] ?? ["", s.verdict];
  return el(
    "li",
    {},
    el("q", {}, s.quote),
    " ",
    el("span", { class: `badge ${s.verdict}` }, el("span", { "aria-hidden": "true" }, sign), ` ${words}`),
    ". ",
    el("span", { class: "byline" }, s.base ? `Base: ${s.base}. ` : "", s.reason),
  );
}

export function claimList(claims) {
  if (claims.length === 0) return null;
  const table = el(
    "table",
    {},
    el("thead", {}, el("tr", {}, ...["Product", "Says", "Quote"].map((h) => el("th", { scope: "col" }, h)))),
    el("tbody", {}, ...claims.map((c) => el("tr", {}, el("td", {}, c.subject), el("td", {}, c.due ? `due ${c.due.words}` : "it is there"), el("td", {}, c.quote)))),
  );
  return el("section", { class: "statements" }, el("h3", {}, "What it promises"), scrolling(table, "Promises of this announcement"));
}
