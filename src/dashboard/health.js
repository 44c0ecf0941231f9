// Whether the pipeline does its work.

import { ask } from "./api.js";
import { el, scrolling } from "./dom.js";
import { instant } from "./format.js";

export async function health({ signal, say }) {
  const { rows } = await ask("health", {}, signal);
  const bad = rows.filter((r) => r.state !== "ok").length;
  say(bad === 0 ? "Everything is well." : `${bad} of ${rows.length} parts need a look.`);
  const table = el(
    "table",
    {},
    el("caption", {}, "Functions, feeds, prices and mail"),
    el("thead", {}, el("tr", {}, ...["Part", "Name", "State", "Since or at", "Note"].map((h) => el("th", { scope: "col" }, h)))),
    el(
      "tbody",
      {},
      ...rows.map((line) =>
        el(
          "tr",
          {},
          el("td", {}, line.part),
          el("td", {}, line.name),
          el("td", {}, el("span", { class: `badge ${line.state}` }, line.state)),
          el("td", { class: "figure" }, instant(line.at)),
          el("td", { class: "prose" }, line.note),
        ),
      ),
    ),
  );
  return [
    scrolling(table, "Health"),
    rows.every((r) => r.state === "never" || r.part === "mail")
      ? el("p", { class: "hint" }, "Nothing has run yet. Start once with ", el("code", {}, "marketpulse run"), "; ", el("code", {}, "marketpulse doctor"), " checks the settings.")
      : el("p", { class: "hint" }, el("code", {}, "marketpulse doctor"), " checks every part and says what to do."),
  ];
}
