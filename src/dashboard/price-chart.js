// The price chart: closes adjusted for splits and dividends, so that a split draws no cliff.

import { el } from "./dom.js";
import { percent, price } from "./format.js";

const LIBRARY = "./lightweight-charts.mjs";

/** @param choose called with an announcement's id when its mark is clicked */
export async function priceChart(prices, stories, chosen, choose) {
  const box = el("div", { class: "chart", role: "img", "aria-label": describe(prices, stories) });
  if (prices.length === 0) {
    return el("p", { class: "hint" }, "No bar is stored between these dates.");
  }

  let library;
  try {
    library = await import(LIBRARY);
  } catch {
    return el("p", { class: "hint" }, "The chart's library isn't in this build; everything else is. Build it where npm can be reached.");
  }

  const figure = el("figure", { onshown: () => draw(library, box, prices, stories, chosen, choose) }, box);
  figure.append(el("figcaption", {}, "Close, adjusted for splits and dividends. A mark is an announcement's event day; click it to open."));
  return figure;
}

function describe(prices, stories) {
  if (prices.length === 0) return "No prices";
  const [first, last] = [prices[0], prices.at(-1)];
  return `${last.symbol} from ${first.session} to ${last.session}: ${price(first.adjustedClose)} to ${price(last.adjustedClose)}, ${percent(last.adjustedClose / first.adjustedClose - 1)}; ${stories.length} announcements, listed below.`;
}

function draw(library, box, prices, stories, chosen, choose) {
  const chart = library.createChart(box, { autoSize: true, ...colours() });
  const series = chart.addSeries(library.AreaSeries, { ...line(), priceLineVisible: false, lastValueVisible: false });
  series.setData(prices.map((p) => ({ time: p.session, value: p.adjustedClose })));
  const sessions = new Set(prices.map((p) => p.session));
  const byDay = Map.groupBy(
    stories.filter((s) => sessions.has(s.eventDay)),
    (s) => s.eventDay,
  );
  const days = [...byDay.keys()].sort();
  library.createSeriesMarkers(
    series,
    days.map((day) => {
      const isChosen = byDay.get(day).some((s) => s.id === chosen);
      return {
        time: day,
        position: "aboveBar",
        shape: isChosen ? "arrowDown" : "circle",
        size: isChosen ? 2 : 0.8,
        color: colour(isChosen ? "--accent-strong" : "--mark"),
        text: isChosen ? byDay.get(day).find((s) => s.id === chosen).kind : undefined,
      };
    }),
  );
  chart.subscribeClick((at) => {
    if (!at.point || days.length === 0) return;
    const distance = (day) => Math.abs((chart.timeScale().timeToCoordinate(day) ?? Infinity) - at.point.x);
    const nearest = days.reduce((a, b) => (distance(a) <= distance(b) ? a : b));
    if (distance(nearest) > 12) return;
    // A further click on the same day goes through its announcements.
    const there = byDay.get(nearest);
    choose(there[(there.findIndex((s) => s.id === chosen) + 1) % there.length].id);
  });
  chart.timeScale().fitContent();
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const repaint = () => {
    if (!box.isConnected) return dark.removeEventListener("change", repaint);
    chart.applyOptions(colours());
    series.applyOptions(line());
  };
  dark.addEventListener("change", repaint);
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function line() {
  return { lineColor: colour("--accent"), lineWidth: 2, topColor: colour("--accent-faint"), bottomColor: colour("--paper") };
}

function colours() {
  const rule = { color: colour("--rule") };
  return {
    layout: {
      background: { color: colour("--paper") },
      textColor: colour("--faint"),
      fontFamily: getComputedStyle(document.body).fontFamily,
      // Its logo brings a style element of its own, which this page's policy forbids; the footer names it instead.
      attributionLogo: false,
    },
    grid: { vertLines: rule, horzLines: rule },
    rightPriceScale: { borderVisible: false },
    timeScale: { borderVisible: false },
  };
}
