// Live progress, keys, and panes that change without loading the page. Everything here has a plain form beneath it.
"use strict";

document.documentElement.classList.add("script");
const main = document.querySelector("main[data-article]");
const NAMES = {
  broken: "broken", unknown: "unknown", ok: "ok", none: "not judged", plain: "no address",
};
const CLASSES = Object.keys(NAMES);

// A file dropped anywhere is a file chosen.
const taking = document.querySelector("form[data-drop]");
if (taking) {
  const mark = (event, on) => {
    event.preventDefault();
    document.body.classList.toggle("dropping", on);
  };
  addEventListener("dragover", (event) => mark(event, true));
  addEventListener("dragleave", (event) => mark(event, false));
  addEventListener("drop", (event) => {
    mark(event, false);
    if (event.dataTransfer.files.length) {
      taking.elements.file.files = event.dataTransfer.files;
      taking.requestSubmit();
    }
  });
}

if (main) desk(main);

function desk(main) {
  const base = `/articles/${main.dataset.article}`;
  const pane = document.getElementById("evidence");
  const rows = [...main.querySelectorAll(".rows .row")];
  const byNumber = new Map(rows.map((row) => [Number(row.dataset.n), row]));
  const leads = new Map();
  for (const one of main.querySelectorAll(".marker, .inline")) {
    const number = Number(one.dataset.n);
    leads.set(number, [...(leads.get(number) || []), one]);
  }
  let at = Number(main.dataset.at);
  let wanted = at;

  // One row chosen: its evidence, its marker, its place in the list.
  async function choose(number, { focus = false, follow = true, unasked = false } = {}) {
    if (!byNumber.has(number)) return;
    mark(number, follow);
    wanted = number;
    const answer = await fetch(`${base}/notes/${number}`, { headers: { "x-cite": "pane" } });
    const html = await answer.text();
    if (wanted === number && answer.ok && !(unasked && writing())) put(html, focus);
  }

  function mark(number, follow) {
    byNumber.get(at)?.removeAttribute("aria-current");
    for (const one of leads.get(at) || []) one.classList.remove("current");
    at = number;
    const row = byNumber.get(at);
    row?.setAttribute("aria-current", "true");
    for (const one of leads.get(at) || []) one.classList.add("current");
    if (follow) {
      row?.scrollIntoView({ block: "nearest" });
      leads.get(at)?.[0].scrollIntoView({ block: "nearest" });
    }
    const url = new URL(location);
    url.searchParams.set("at", at);
    url.searchParams.delete("said");
    url.hash = "";
    history.replaceState(null, "", url);
    for (const field of main.parentElement.querySelectorAll("input[name=at]")) field.value = at;
  }

  function put(html, focus) {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    pane.replaceChildren(...parsed.body.childNodes);
    pane.scrollTop = 0;
    const of = pane.querySelector(".of");
    if (of) {
      const states = of.dataset.states ? of.dataset.states.split(" | ").map((one) => one.split(":")) : [];
      show(Number(of.dataset.n), of.dataset.css, "open" in of.dataset, "decided" in of.dataset, states);
    }
    if (focus) pane.querySelector("h2")?.focus({ preventScroll: innerWidth >= 1088 });
  }

  function show(number, css, open, decided, states) {
    const row = byNumber.get(number);
    if (!row) return;
    texts.delete(row);
    row.classList.remove(...CLASSES);
    row.classList.add(css);
    row.dataset.css = css;
    row.toggleAttribute("data-open", open);
    row.toggleAttribute("data-decided", decided);
    const badges = states.slice(0, 3).map(([name, state]) => badge(name, state));
    if (decided) badges.push(badge("decided", "decided"));
    row.querySelector(".state").replaceChildren(...badges);
    for (const one of leads.get(number) || []) {
      one.classList.remove(...CLASSES);
      one.classList.add(css);
      const said = one.querySelector(".vh");
      if (said) said.textContent = ` (${NAMES[css]})`;
    }
  }

  function badge(css, text) {
    const one = document.createElement("span");
    one.className = `badge ${css}`;
    one.textContent = text;
    return one;
  }

  main.addEventListener("click", (event) => {
    const lead = event.target.closest("[data-n]:is(.row, .marker, .inline)");
    if (!lead || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    choose(Number(lead.dataset.n), { focus: true });
    if (innerWidth < 1088) pane.scrollIntoView({ block: "start" });
  });

  // Decisions and corrections, without loading the page.
  main.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!pane.contains(form) || form.action.endsWith("/send")) return;
    event.preventDefault();
    const sent = new FormData(form, event.submitter);
    for (const button of form.querySelectorAll("button")) button.disabled = true;
    const answer = await fetch(form.action, {
      method: "POST", body: new URLSearchParams(sent), headers: { "x-cite": "pane" },
    }).catch(() => null);
    if (answer && answer.ok) {
      put(await answer.text(), true);
      if (form.action.endsWith("/correct")) location.reload();
    } else {
      say(answer ? await answer.text() : "The server does not answer; nothing was saved. Start it again and repeat.");
      for (const button of form.querySelectorAll("button")) button.disabled = false;
    }
  });

  function say(text) {
    const line = document.createElement("p");
    line.className = "message";
    line.setAttribute("role", "alert");
    line.textContent = text.slice(0, 300);
    pane.prepend(line);
  }

  // The list narrowed.
  const narrow = main.querySelector(".narrow");
  const words = narrow.elements.q;
  const which = narrow.elements.show;
  const texts = new Map();
  function text(row) {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  }
  function sift() {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) {
      const fits = which.value === "all" || (which.value === "open" ? "open" in row.dataset
        : which.value === "decided" ? "decided" in row.dataset : row.dataset.css === which.value);
      const hidden = !(fits && wanted.every((word) => text(row).includes(word)));
      if (row.parentElement.hidden !== hidden) row.parentElement.hidden = hidden;
    }
  }
  narrow.addEventListener("submit", (event) => { event.preventDefault(); sift(); });
  words.addEventListener("input", sift);
  which.addEventListener("change", sift);

  // Keys.
  function step(by, fits = () => true) {
    const seen = rows.filter((row) => !row.parentElement.hidden);
    const here = seen.findIndex((row) => Number(row.dataset.n) === at);
    let next = here + by;
    while (seen[next] && !fits(seen[next])) next += by;
    if (seen[next]) choose(Number(seen[next].dataset.n));
  }
  function act(key) {
    const links = [...pane.querySelectorAll("[data-link]")];
    const link = links.find((one) => one.contains(document.activeElement))
      || links.find((one) => one.matches(".broken, .unknown")) || links[0];
    const target = key === "u" ? pane.querySelector('[data-key="u"]') : link?.querySelector(`[data-key="${key}"]`);
    if (target?.tagName === "FORM") target.requestSubmit();
    else if (target) {
      target.open = true;
      target.querySelector("input:not([type=hidden]), select").focus();
    }
  }
  addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (event.key === "Escape" && typing) {
      typing.blur();
      return;
    }
    if (typing || event.metaKey || event.ctrlKey || event.altKey) return;
    const does = {
      j: () => step(1), k: () => step(-1), n: () => step(1, (row) => "open" in row.dataset),
      "/": () => words.focus(), u: () => act("u"),
    };
    if ("12345".includes(event.key)) act(event.key);
    else if (does[event.key]) does[event.key]();
    else return;
    event.preventDefault();
  });

  // What changes elsewhere. Hidden tabs let go of their stream: browsers allow a site only a few.
  let run = document.getElementById("run");
  let stream = null;
  let seen = main.dataset.seen;
  let going = run.classList.contains("going");
  function listen() {
    stream = new EventSource(`${base}/events?seen=${seen}`);
    stream.onmessage = (event) => told(JSON.parse(event.data));
  }
  // Whether a form is open, which nothing may take away.
  function writing() {
    return Boolean(pane.querySelector("details[open] form"));
  }
  function told(news) {
    seen = news.seen;
    for (const [number, css, open, decided, states] of news.rows) {
      show(number, css, open, decided, states);
    }
    if (news.counts) for (const option of which.options) {
      option.textContent = `${option.dataset.name} (${news.counts[option.value]})`;
    }
    const changed = news.rows.some(([number]) => number === at);
    const busy = writing();
    if (changed && !busy) choose(at, { follow: false, unasked: true });
    if (news.run) progress(news.run);
    const under = Boolean(news.run) && ["waiting", "running"].includes(news.run.stage);
    if (news.anew && !busy) location.reload();
    else if (under !== going) {
      going = under;
      redraw();
    }
  }

  // What stands around the panes: which buttons there are, what will be asked, how the run went. Of several under way the last counts.
  let drawing = 0;
  async function redraw() {
    const mine = ++drawing;
    const answer = await fetch(location.href, { cache: "no-store" }).catch(() => null);
    const text = answer?.ok ? await answer.text() : "";
    if (mine !== drawing) return;
    if (!text) {
      setTimeout(redraw, 1000);
      return;
    }
    const page = new DOMParser().parseFromString(text, "text/html");
    for (const row of page.querySelectorAll(".rows .row")) {
      const states = [...row.querySelectorAll(".badge:not(.decided)")].map((one) => [one.classList[1], one.textContent]);
      show(Number(row.dataset.n), row.dataset.css, "open" in row.dataset, "decided" in row.dataset, states);
    }
    for (const part of [".top", "#run", ".plan"]) {
      const old = document.querySelector(part);
      const fresh = page.querySelector(part);
      if (old && fresh) old.replaceWith(fresh);
      else old?.remove();
    }
    run = document.getElementById("run");
    if (!writing()) choose(at, { follow: false, unasked: true });
  }
  function progress(one) {
    run.hidden = false;
    const bar = run.querySelector("progress");
    bar.max = one.total || 1;
    bar.value = one.done;
    const rate = one.rate ? `, ${one.rate} a second` : "";
    const left = one.left ? `, about ${one.left} left` : "";
    const said = {
      waiting: `In line. ${one.said}`,
      running: one.total ? `${one.done} of ${one.total} judged${rate}${left}.` : "The notes are being read …",
      stopped: `Stopped; what was judged is kept. ${one.said}`,
    }[one.stage] ?? one.said;
    const line = run.querySelector(".said");
    if (line.textContent !== said) line.textContent = said;
  }
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else if (!stream) listen();
  });
  if (!document.hidden) listen();
  mark(at, true);
}
