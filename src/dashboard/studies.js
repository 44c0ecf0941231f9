// The events of each kind together: a forest plot in a table, so that it can be read without seeing it.

import { ask } from "./api.js";
import { el, empty, scrolling, svg } from "./dom.js";
import { given } from "./filters.js";
import { number, percent, plural, pValue } from "./format.js";
import { go } from "./state.js";

// A wild interval of two events must not press all others together.
const WIDEST = 0.2;

export async function studies({ signal, say }) {
  const { rows } = await ask("studies", given("studies"), signal);
  if (rows.length === 0) {
    say("");
    return [empty("No events to study", el("p", {}, "Studies need announcements and a year of bars before them. Choose other filters, or fetch more with ", el("code", {}, "marketpulse run"), "."))];
  }

  const ends = rows.flatMap((s) => [s.lower, s.upper, s.average, ...s.events.map((e) => e.abnormal)]).filter((v) => v !== null);
  const most = Math.min(WIDEST, Math.max(0.01, ...ends.map(Math.abs)) * 1.05);
  const events = rows.reduce((sum, s) => sum + s.events.length, 0);
  say(`${plural(rows.length, "kind", "kinds")}, ${plural(events, "event", "events")}.`);
  const table = el(
    "table",
    { class: "forest" },
    el("caption", {}, `Average cumulative abnormal return over ${rows[0].window} against ${rows[0].benchmark}, with 95 % intervals; the scale reaches ${percent(-most)} to ${percent(most)}.`),
    el("thead", {}, el("tr", {}, ...["Kind or event", "n", "Interval", "Average or event", "95 % from", "to", "p", "Test"].map((h) => el("th", { scope: "col" }, h)))),
    ...rows.flatMap((study) => kind(study, most)),
  );
  return [scrolling(table, "Studies by kind"), el("p", { class: "hint" }, "Which test is read is decided by the number of events and their overlaps, before any outcome is seen.")];
}

function kind(study, most) {
  const read = study.tests.find((t) => study.read.startsWith(t.name));
  const id = `events-${study.kind}`;
  const body = el("tbody", { id, hidden: true }, ...study.events.map((event) => eventRow(event, most)));
  const toggle = el(
    "button",
    {
      type: "button",
      class: "link",
      "aria-expanded": "false",
      "aria-controls": id,
      onclick: () => {
        body.hidden = !body.hidden;
        toggle.setAttribute("aria-expanded", String(!body.hidden));
      },
    },
    study.kind,
  );
  return [
    el(
      "tbody",
      {},
      el(
        "tr",
        { class: "kind" },
        el("th", { scope: "row" }, toggle),
        el("td", { class: "figure" }, String(study.count)),
        el("td", {}, interval(study.average, study.lower, study.upper, most, true)),
        ...[percent(study.average), percent(study.lower), percent(study.upper), pValue(read?.p)].map((v) => el("td", { class: "figure" }, v)),
        el("td", { class: "prose", title: study.readBecause }, study.read),
      ),
    ),
    body,
  ];
}

function eventRow(event, most) {
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, el("button", { type: "button", class: "link", onclick: () => go({ view: null, event: event.announcementId }) }, `${event.eventDay} ${event.title}`)),
    el("td", {}),
    el("td", {}, interval(event.abnormal, event.lower, event.upper, most, false)),
    ...[percent(event.abnormal), percent(event.lower), percent(event.upper), pValue(event.p)].map((v) => el("td", { class: "figure" }, v)),
    el("td", {}, event.t === null ? event.verdict : `t ${number(event.t)}`),
  );
}

function interval(value, lower, upper, most, isKind) {
  const x = (v) => 100 + (Math.max(-most, Math.min(most, v)) / most) * 96;
  return svg(
    "svg",
    { viewBox: "0 0 200 20", class: isKind ? "interval all" : "interval", "aria-hidden": "true" },
    svg("line", { class: "zero", x1: 100, x2: 100, y1: 0, y2: 20 }),
    lower === null ? null : svg("line", { class: "range", x1: x(lower), x2: x(upper), y1: 10, y2: 10 }),
    value === null
      ? null
      : isKind
        ? svg("path", { class: "value", d: `M${x(value) - 6} 10l6 -6 6 6 -6 6z` })
        : svg("circle", { class: "value", cx: x(value), cy: 10, r: 3.5 }),
  );
}
