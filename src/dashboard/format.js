// Figures as the mails and the command line write them: per cent with its sign, a true minus, a dash for none.

const DASH = "–";

export function percent(fraction) {
  if (fraction === null || fraction === undefined) return DASH;
  const text = (Math.abs(fraction) * 100).toFixed(2);
  return `${text === "0.00" ? "" : fraction < 0 ? "−" : "+"}${text} %`;
}

export function number(value, digits = 2) {
  return value === null || value === undefined ? DASH : value.toFixed(digits).replace("-", "−");
}

export function pValue(p) {
  return p === null || p === undefined ? DASH : p < 0.0005 ? "<0.001" : p.toFixed(3);
}

export function price(value) {
  return value === null || value === undefined ? DASH : `$${value.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

/** An instant in UTC, to the minute. */
export function instant(text) {
  return text ? `${text.slice(0, 10)} ${text.slice(11, 16)} UTC` : DASH;
}

export function plural(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}
