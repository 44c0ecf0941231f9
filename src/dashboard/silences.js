// Silences: what is kept back for a while, a form to add one, and a button to end each. The form is filled in from the address
// (mails link here); nothing happens before it is sent.

import { ask, change } from "./api.js";
import { el, empty, scrolling } from "./dom.js";
import { instant, plural } from "./format.js";
import { go, state } from "./state.js";

const SPANS = [
  ["8h", "8 hours"],
  ["1d", "1 day"],
  ["3d", "3 days"],
  ["7d", "a week"],
  ["28d", "four weeks"],
  ["date", "until a date"],
];

export async function silences({ signal, description, say }) {
  const { rows } = await ask("silences", {}, signal);
  const active = rows.filter((r) => r.state === "active").length;
  say(rows.length ? `${plural(rows.length, "silence", "silences")}, ${active} active.` : "");
  return [form(description, say), rows.length ? list(rows, say) : empty("Nothing is silenced", el("p", {}, "The form above keeps mails of a symbol or a rule back for a while; so does ", el("code", {}, "marketpulse silence add"), "."))];
}

function form(description, say) {
  const asked = state();
  const values = (name) => description.paths["/api/silences"].get.parameters.find((p) => p.name === name).schema.enum ?? [];
  const date = el("input", { name: "date", id: "silence-date", type: "date", max: "2030-12-31" });
  const dateField = el("label", { for: "silence-date", hidden: true }, el("span", {}, "Until (UTC)"), date);
  const span = el(
    "select",
    {
      name: "span",
      id: "silence-span",
      onchange: () => {
        dateField.hidden = span.value !== "date";
        date.required = !dateField.hidden;
      },
    },
    ...SPANS.map(([value, words]) => el("option", { value, selected: value === "3d" }, words)),
  );
  const problem = el("p", { class: "problem", role: "alert", id: "silence-problem" });
  const send = el("button", { type: "submit" }, "Silence it");
  const fields = {
    symbol: choice("symbol", "Symbol", "every symbol", values("symbol"), asked.symbol),
    rule: choice("rule", "Rule", "every rule", values("rule"), asked.rule),
    until: el("label", { for: "silence-span" }, el("span", {}, "How long"), span),
    date: dateField,
    comment: el(
      "label",
      { for: "silence-comment", class: "wide" },
      el("span", {}, "Why"),
      el("input", { name: "comment", id: "silence-comment", required: true, maxlength: "300", autocomplete: "off" }),
    ),
  };
  const element = el(
    "form",
    {
      class: "fields",
      "aria-label": "Add a silence",
      "aria-describedby": "silence-problem",
      onsubmit: async (event) => {
        event.preventDefault();
        const given = Object.fromEntries(new FormData(element));
        problem.textContent = "";
        send.disabled = true;
        try {
          const added = await change("POST", "silences", {
            symbol: given.symbol || null,
            rule: given.rule || null,
            until: given.span === "date" ? given.date : given.span,
            comment: given.comment,
          });
          go({ symbol: null, rule: null }, true);
          say(`Silent until ${instant(added.endsAt)}.`);
        } catch (wrong) {
          problem.textContent = wrong.message;
          element.elements[wrong.field === "until" ? "span" : wrong.field]?.focus?.();
        } finally {
          send.disabled = false;
        }
      },
    },
    ...Object.values(fields),
    send,
    problem,
  );
  return el("section", {}, el("h2", {}, "Keep mails back for a while"), element);
}

function choice(name, label, any, values, wanted) {
  const known = values.find((v) => v.toLowerCase() === (wanted ?? "").toLowerCase());
  const id = `silence-${name}`;
  return el(
    "label",
    { for: id, class: name === "rule" ? "wide" : null },
    el("span", {}, label),
    el(
      "select",
      { name, id },
      el("option", { value: "" }, any),
      ...values.map((v) => el("option", { value: v, selected: v === known }, v)),
    ),
    wanted && !known ? el("span", { class: "hint" }, `“${wanted}” isn't on the watchlist.`) : null,
  );
}

function list(rows, say) {
  const table = el(
    "table",
    {},
    el("caption", {}, "Silences, the next to end first"),
    el("thead", {}, el("tr", {}, ...["State", "What", "From", "Until", "Why", ""].map((h) => (h ? el("th", { scope: "col" }, h) : el("td", {}))))),
    el("tbody", {}, ...rows.map((r) => row(r, say))),
  );
  return scrolling(table, "Silences");
}

function row(silence, say) {
  const what = [silence.symbol, silence.rule && `rule “${silence.rule}”`].filter(Boolean).join(", ") || "everything";
  const end = el(
    "button",
    {
      type: "button",
      "aria-label": `End now: ${what}, ${silence.comment}`,
      onclick: async () => {
        end.disabled = true;
        try {
          await change("DELETE", `silences/${encodeURIComponent(silence.id)}`);
          go({}, true);
        } catch (wrong) {
          say(wrong.message);
          end.disabled = false;
        }
      },
    },
    "End now",
  );
  return el(
    "tr",
    {},
    el("td", {}, el("span", { class: `badge ${silence.state.replaceAll(" ", "-")}` }, silence.state)),
    el("td", {}, what),
    el("td", { class: "figure" }, instant(silence.startsAt)),
    el("td", { class: "figure" }, instant(silence.endsAt)),
    el("td", { class: "prose" }, silence.comment),
    el("td", {}, silence.state === "ended" ? "" : end),
  );
}
