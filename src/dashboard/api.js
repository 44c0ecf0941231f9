// Questions to the API. The key, where one is asked for, lives in this tab's session and travels in a header only.

const KEY = "marketpulse-key";

export class ApiProblem extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? `The server answered ${status}.`);
    this.status = status;
    this.parameter = problem?.parameter;
    this.field = problem?.field;
  }
}

/** One page of rows, and the token of the next one or null. */
export async function ask(question, parameters = {}, signal) {
  const response = await send(address(question, parameters), signal);
  const next = /[?&]after=([^&>]+)/.exec(response.headers.get("Link") ?? "");
  return { rows: await response.json(), next: next ? decodeURIComponent(next[1]) : null };
}

/** Every page's rows, up to a bound that no screen needs more than. */
export async function askAll(question, parameters = {}, signal, most = 10000) {
  const rows = [];
  for (let after = null; ; ) {
    const page = await ask(question, { ...parameters, limit: 1000, ...(after ? { after } : {}) }, signal);
    rows.push(...page.rows);
    after = page.next;
    if (!after || rows.length >= most) return rows;
  }
}

/** Changes something; JSON both ways. */
export async function change(method, path, body) {
  const response = await send(`api/${path}`, undefined, {
    method,
    ...(body ? { body: JSON.stringify(body), type: "application/json" } : {}),
  });
  return response.json();
}

export async function describe() {
  return (await send("api/openapi.json")).json();
}

/** The answer as a file: every page of it, in the API's own words. */
export async function save(question, parameters, format) {
  const parts = [];
  let after = null;
  do {
    const response = await send(address(question, { ...parameters, format, limit: 1000, ...(after ? { after } : {}) }));
    const next = /[?&]after=([^&>]+)/.exec(response.headers.get("Link") ?? "");
    after = next ? decodeURIComponent(next[1]) : null;
    parts.push(await response.text());
  } while (after);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([join(parts, format)]));
  link.download = `${question}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function join(parts, format) {
  if (parts.length === 1) return parts[0];
  if (format === "csv") return parts.map((p, i) => (i === 0 ? p : p.slice(p.indexOf("\n") + 1))).join("");
  return `${JSON.stringify(parts.flatMap((p) => JSON.parse(p)), null, 1)}\n`;
}

function address(question, parameters) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  return `api/${question}${query.size ? `?${query}` : ""}`;
}

async function send(url, signal, { method = "GET", body, type } = {}) {
  for (;;) {
    const key = sessionStorage.getItem(KEY);
    const headers = { ...(key ? { "x-functions-key": key } : {}), ...(type ? { "Content-Type": type } : {}) };
    const response = await fetch(url, { signal, method, body, headers });
    if (response.status === 401) {
      await askForKey();
      continue;
    }
    if (!response.ok) {
      throw new ApiProblem(response.status, await response.json().catch(() => null));
    }
    return response;
  }
}

let asking = null;

function askForKey() {
  asking ??= new Promise((resolve) => {
    const dialog = document.getElementById("key");
    dialog.addEventListener(
      "close",
      () => {
        const input = dialog.querySelector("input");
        sessionStorage.setItem(KEY, input.value.trim());
        input.value = "";
        asking = null;
        resolve();
      },
      { once: true },
    );
    dialog.showModal();
  });
  return asking;
}
