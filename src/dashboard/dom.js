// Elements from data. Text always goes in as text: what feeds write can't become markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element: attributes, `on…` listeners, children (nodes, texts, null for none). */
export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same in SVG. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** A link out, or plain text where the address isn't one of the web. */
export function outLink(url, text) {
  return /^https?:\/\//i.test(url) ? el("a", { href: url, rel: "noopener noreferrer" }, text) : document.createTextNode(text);
}

/** A table that scrolls by itself where it is too wide, keyboard included. */
export function scrolling(table, label) {
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label }, table);
}

export function empty(title, ...children) {
  return el("div", { class: "empty" }, el("h2", {}, title), ...children);
}
