// The filters, made from the API's own description, so that they offer exactly what it takes.

import { el } from "./dom.js";
import { go, state } from "./state.js";

const NAMES = {
  symbol: "Symbol",
  from: "From",
  to: "To",
  kind: "Kind",
  verdict: "Verdict",
  decision: "Decision",
  benchmark: "Against",
  window: "Window",
  exclusions: "Left out",
  model: "Model",
  "min-t": "|t| at least",
  status: "Status",
  "as-of": "As it stood on",
};

/** What each view's questions can be narrowed by. */
export const FILTERS = {
  chart: ["symbol", "from", "to", "kind"],
  results: ["symbol", "from", "to", "kind", "verdict", "benchmark", "window", "exclusions", "model", "min-t", "as-of"],
  studies: ["symbol", "from", "to", "kind", "benchmark", "window", "exclusions", "as-of"],
  promises: ["symbol", "status", "as-of"],
  alerts: ["symbol", "from", "to", "kind", "decision", "as-of"],
  silences: [],
  health: [],
};

/** Where leaving a filter out doesn't mean any. */
const DEFAULTS = { studies: { benchmark: "the first", window: "0..0", exclusions: "none" } };

const QUESTIONS = { chart: "announcements", results: "correlations", studies: "studies", promises: "claims", alerts: "alerts", silences: "silences", health: "health" };

/** The view's filters that are set. */
export function given(view) {
  const now = state();
  return Object.fromEntries(FILTERS[view].filter((name) => now[name]).map((name) => [name, now[name]]));
}

/** Draws the filters of a view; each change is a change of the address. */
export function draw(form, view, description) {
  const parameters = description.paths[`/api/${QUESTIONS[view]}`]?.get.parameters ?? [];
  const now = state();
  const names = FILTERS[view].filter((name) => {
    const parameter = parameters.find((p) => p.name === name);
    // One watched symbol needs no choice.
    return parameter && !(name === "symbol" && parameter.schema.enum?.length === 1);
  });
  form.hidden = names.length === 0;
  form.replaceChildren(
    ...names.map((name) => field(view, name, parameters.find((p) => p.name === name), now[name] ?? "")),
    names.some((name) => now[name])
      ? el("button", { type: "button", onclick: () => clear(view) }, "Clear filters")
      : el("span"),
  );
  form.onsubmit = (event) => event.preventDefault();
}

export function clear(view) {
  go(Object.fromEntries(FILTERS[view].map((name) => [name, null])));
}

function field(view, name, parameter, value) {
  const change = (event) => {
    if (event.target.reportValidity()) go({ [name]: event.target.value });
  };
  const attributes = { name, id: `filter-${name}`, title: parameter.description, onchange: change };
  const input = parameter.schema.enum
    ? el(
        "select",
        attributes,
        el("option", { value: "" }, DEFAULTS[view]?.[name] ?? "any"),
        ...parameter.schema.enum.map((option) => el("option", { value: option, selected: same(option, value) }, option)),
      )
    : parameter.schema.format === "date" || name === "as-of"
      ? el("input", { ...attributes, type: "date", value, min: "2000-01-01", max: "2030-12-31" })
      : el("input", { ...attributes, type: "number", min: "0", step: "any", inputmode: "decimal", value });
  return el("label", { for: attributes.id }, el("span", {}, NAMES[name]), input);
}

function same(option, value) {
  return option.toLowerCase() === value.toLowerCase().replaceAll("-", " ") || option === value;
}
