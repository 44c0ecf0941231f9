import { el } from "./dom.js";

const SIGNS = { significant: "●", confounded: "◐", "not distinguishable from noise": "○", "not enough data": "…" };

/** A verdict as a badge: the words say it, sign and colour only repeat it. */
export function verdictBadge(verdict) {
  return el(
    "span",
    { class: `badge ${verdict.replaceAll(" ", "-")}` },
    el("span", { "aria-hidden": "true" }, SIGNS[verdict] ?? ""),
    ` ${verdict}`,
  );
}
