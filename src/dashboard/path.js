// The cumulative abnormal return around an event, with the band that noise alone stays in 19 times of 20.

import { el, scrolling, svg } from "./dom.js";
import { percent } from "./format.js";

const [HEIGHT, LEFT, BOTTOM, TOP] = [280, 56, 28, 10];

export function pathFigure(days) {
  const known = days.filter((d) => d.cumulative !== null);
  if (known.length < 2) {
    return el("p", { class: "hint" }, "Too few bars around it for a path.");
  }

  return el(
    "figure",
    {},
    picture(days, known),
    el("figcaption", {}, "Cumulative abnormal return from ten sessions before; shaded, where 95 % of such paths lie when nothing is abnormal."),
    el("details", {}, el("summary", {}, "The figures"), scrolling(table(days), "The path's figures")),
  );
}

function picture(days, known) {
  // As wide as it is shown, so that its letters stay legible on a phone.
  const WIDTH = Math.max(300, Math.min(640, innerWidth - 64));
  const banded = known.filter((d) => d.upper !== null);
  const most = Math.max(...known.map((d) => Math.abs(d.cumulative)), ...banded.map((d) => d.upper)) * 1.05;
  const [first, last] = [days[0].day, days.at(-1).day];
  const x = (day) => LEFT + ((day - first) / (last - first || 1)) * (WIDTH - LEFT - 10);
  const y = (value) => TOP + ((most - value) / (2 * most)) * (HEIGHT - TOP - BOTTOM);
  const points = (list, pick) => list.map((d) => `${x(d.day).toFixed(1)},${y(pick(d)).toFixed(1)}`);
  const at = known.at(-1);
  return svg(
    "svg",
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      class: "path",
      role: "img",
      "aria-label": `Cumulative abnormal return ${percent(at.cumulative)} at session ${at.day}; the band there reaches ${percent(at.lower)} to ${percent(at.upper)}.`,
    },
    svg("polygon", { class: "band", points: [...points(banded, (d) => d.upper), ...points([...banded].reverse(), (d) => d.lower)].join(" ") }),
    ...[-most * 0.8, 0, most * 0.8].flatMap((value) => [
      svg("line", { class: value === 0 ? "zero" : "rule", x1: LEFT, x2: WIDTH - 10, y1: y(value), y2: y(value) }),
      svg("text", { x: LEFT - 6, y: y(value) + 4, "text-anchor": "end" }, percent(value).replace(/\.\d\d/, "")),
    ]),
    svg("line", { class: "event", x1: x(0), x2: x(0), y1: TOP, y2: HEIGHT - BOTTOM }),
    svg("polyline", { class: "line", points: points(known, (d) => d.cumulative).join(" ") }),
    ...known.map((d) => svg("circle", { class: "point", cx: x(d.day), cy: y(d.cumulative), r: 3 }, svg("title", {}, `${d.session}: ${percent(d.cumulative)}`))),
    ...days.filter((d) => d.day % 5 === 0).map((d) => svg("text", { x: x(d.day), y: HEIGHT - 8, "text-anchor": "middle" }, d.day === 0 ? "event day" : `${d.day}`.replace("-", "−"))),
  );
}

function table(days) {
  return el(
    "table",
    {},
    el("thead", {}, el("tr", {}, ...["Day", "Session", "Abnormal", "Cumulative", "Noise from", "to"].map((h) => el("th", { scope: "col" }, h)))),
    el(
      "tbody",
      {},
      ...days.map((d) =>
        el("tr", {}, ...[`${d.day}`.replace("-", "−"), d.session, percent(d.abnormal), percent(d.cumulative), percent(d.lower), percent(d.upper)].map((v) => el("td", { class: "figure" }, v))),
      ),
    ),
  );
}
