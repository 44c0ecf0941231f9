// What is shown, kept in the address alone: every view can be shared, and Back works.

const listeners = [];

/** The parameters of the address as an object. */
export function state() {
  return Object.fromEntries(new URLSearchParams(location.search));
}

/** Changes some of them (null takes one out) and shows the result. */
export function go(changes, replace = false) {
  const next = { ...state(), ...changes };
  const query = new URLSearchParams(Object.entries(next).filter(([, value]) => value));
  const url = query.size ? `?${query}` : location.pathname;
  if (replace) history.replaceState(null, "", url);
  else history.pushState(null, "", url);
  for (const listener of listeners) listener();
}

/** An address with some parameters changed, for links. */
export function href(changes) {
  const query = new URLSearchParams(Object.entries({ ...state(), ...changes }).filter(([, value]) => value));
  return `?${query}`;
}

export function onChange(listener) {
  listeners.push(listener);
  addEventListener("popstate", listener);
}

/** A link that stays on the page. */
export function stay(changes) {
  return (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(changes);
  };
}
