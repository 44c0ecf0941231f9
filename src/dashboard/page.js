// The page: which view is shown, and what is said while it loads or when it can't.

import { ApiProblem, describe } from "./api.js";
import { alerts } from "./alerts.js";
import { chart } from "./chart.js";
import { el, empty } from "./dom.js";
import { clear, draw } from "./filters.js";
import { health } from "./health.js";
import { promises } from "./promises.js";
import { results } from "./results.js";
import { silences } from "./silences.js";
import { href, onChange, state, stay } from "./state.js";
import { studies } from "./studies.js";

const VIEWS = {
  chart: ["Price and announcements", chart],
  results: ["Results", results],
  studies: ["By kind", studies],
  promises: ["Promises", promises],
  alerts: ["Alerts", alerts],
  silences: ["Silences", silences],
  health: ["Health", health],
};

const main = document.getElementById("view");
const status = document.getElementById("status");
let description = null;
let running = null;
let shown = null;

async function show() {
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  const view = VIEWS[state().view] ? state().view : "chart";
  navigation(view);
  try {
    description ??= await describe();
    signal.throwIfAborted();
    draw(document.getElementById("filters"), view, description);
    if (shown !== view) main.replaceChildren(el("p", { class: "loading" }, "Loading …"));
    const content = await VIEWS[view][1]({ signal, description, say });
    signal.throwIfAborted();
    main.replaceChildren(...content);
    document.title = `${VIEWS[view][0]} · MarketPulse`;
    if (shown && shown !== view) main.focus();
    shown = view;
    for (const node of content) node.dispatchEvent(new CustomEvent("shown"));
  } catch (problem) {
    if (!signal.aborted) fail(problem, view);
  }
}

function say(text) {
  status.textContent = text;
}

function fail(problem, view) {
  say("");
  main.replaceChildren(
    problem instanceof ApiProblem && problem.parameter
      ? empty(
          "That can't be asked",
          el("p", {}, problem.message),
          el("p", {}, el("button", { type: "button", onclick: () => clear(view) }, "Clear filters")),
        )
      : empty(
          "No answer",
          el("p", {}, problem.message),
          el("p", {}, el("button", { type: "button", onclick: show }, "Try again")),
        ),
  );
}

function navigation(view) {
  document.getElementById("views").replaceChildren(
    ...Object.entries(VIEWS).map(([name, [title]]) => {
      const changes = { view: name === "chart" ? null : name, event: null, sort: null };
      return el(
        "a",
        { href: href(changes), "aria-current": name === view ? "page" : null, onclick: stay(changes) },
        title,
      );
    }),
  );
}

onChange(show);
show();
