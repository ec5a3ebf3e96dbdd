
"use strict";
(() => {
  const $ = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const cards = all(".card");
  const tools = $("#tools");
  const said = $("#said");
  const fields = Object.fromEntries(["find", "show", "state", "level", "code"].map((id) => [id, $("#" + id)]));
  let forgetting;

  const say = (words) => {
    said.textContent = words;
    clearTimeout(forgetting);
    forgetting = setTimeout(() => { said.textContent = ""; }, 4000);
  };

  // ---- What is shown ------------------------------------------------------------------------------------------

  const words = new Map();
  const wordsOf = (card) => {
    if (!words.has(card)) words.set(card, card.textContent.toLowerCase());
    return words.get(card);
  };
  const has = (list, one) => !one || (" " + (list || "") + " ").includes(" " + one + " ");
  const fits = (card, terms) => terms.every((term) =>
    term.startsWith("note:") ? $(".label", card).textContent.toLowerCase() === "note " + term.slice(5) : wordsOf(card).includes(term));

  const filter = () => {
    const terms = (fields.find.value.toLowerCase().match(/"[^"]+"|[^\s"]+/g) || []).map((term) => term.replaceAll('"', ""));
    const asked = terms.length || fields.state.value || fields.level.value || fields.code.value;
    let count = 0;
    for (const card of cards) {
      const data = card.dataset;
      const shown = (asked || fields.show.value === "all" || card.classList.contains("needs"))
        && has(data.states, fields.state.value) && has(data.levels, fields.level.value)
        && has(data.codes, fields.code.value) && fits(card, terms);
      card.hidden = !shown;
      count += shown;
    }
    $("#shown").value = count + " of " + cards.length + " notes shown";
  };
  let waiting;
  const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(filter); };

  const codes = new Set(cards.flatMap((card) => (card.dataset.codes || "").split(" ").filter(Boolean)));
  for (const code of [...codes].sort()) fields.code.add(new Option(code));
  if (!cards.some((card) => card.classList.contains("needs"))) fields.show.value = "all";

  // A link to a card leads there, whatever is shown.
  const reveal = () => {
    const card = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!card || !card.classList.contains("card")) return;
    card.hidden = false;
    card.scrollIntoView();
    card.focus({ preventScroll: true });
  };

  // ---- Copying --------------------------------------------------------------------------------------------------

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    say("Copied.");
  };

  const button = (text, giving) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "copy";
    made.textContent = text;
    made.addEventListener("click", () => copy(giving()));
    return made;
  };
  const citation = (instead) => {
    const put = $("a", instead).getAttribute("href");
    const { before, after } = instead.dataset;
    if (before === undefined) return put;
    return $(".url", instead.closest(".matter, .link")).getAttribute("href") + before + " " + put + after;
  };
  for (const instead of all(".instead")) {
    if ($("a", instead)) $("a", instead).after(" ", button("Copy citation", () => citation(instead)));
  }
  for (const entry of all(".entry")) entry.append(button("Copy entry", () => $("pre", entry).textContent));

  // ---- Decisions ------------------------------------------------------------------------------------------------

  const STATES = ["live", "moved", "fragment-missing", "dead", "soft-404", "drifted", "parked", "tls-invalid", "login-or-paywall", "blocked"];
  const ACTIONS = [["", "Decide …"], ["replace", "replace it"], ["append", "add the copy behind it"], ["keep", "keep it as it is"], ["checked", "I looked: it is"]];
  const select = (label, options) => {
    const made = document.createElement("select");
    made.setAttribute("aria-label", label);
    for (const [value, text] of options) made.add(new Option(text, value));
    return made;
  };
  const input = (label, type = "text") => {
    const made = document.createElement("input");
    made.type = type;
    made.placeholder = label;
    made.setAttribute("aria-label", label);
    return made;
  };

  const today = () => new Date().toISOString().slice(0, 10);
  let lastNamed = "";

  const controls = (matter) => {
    const [url, other] = all(".url", matter).map((one) => one.getAttribute("href") || one.textContent);
    const box = document.createElement("div");
    box.className = "decide";
    const action = select("Decision about " + url, ACTIONS);
    const by = input("Address to put");
    const state = select("What it is", STATES.map((one) => [one, one]));
    const why = input("Why");
    const who = input("Who decides");
    const until = input("Until", "date");
    const untilWhen = document.createElement("label");
    untilWhen.append("until ", until);
    until.min = today();
    by.value = other || "";
    box.append(action, by, state, why, who, untilWhen);
    const fit = () => {
      by.hidden = !["replace", "append"].includes(action.value);
      state.hidden = untilWhen.hidden = action.value !== "checked";
      why.hidden = who.hidden = !action.value;
    };
    fit();
    action.addEventListener("change", () => { who.value ||= lastNamed; });
    who.addEventListener("change", () => { lastNamed = who.value; });
    box.addEventListener("input", () => { fit(); keep(); });
    matter.append(box);
    return { url, action, by, state, why, who, until, fit };
  };

  const quoted = (text) => JSON.stringify(text.replace(/[\ud800-\udfff]/gu, "\ufffd")).replaceAll("\x7f", "\\u007f");
  const line = (key, value) => value ? key + " = " + quoted(value) + "\n" : "";

  const toml = (chapter, decided) => {
    const name = chapter.dataset.name.split(/[\\/]/).pop();
    let text = "# Decisions of people about the links of this article. `cite mend`, `cite check` and CI read them.\n\n";
    text += "[article]\n" + line("name", name) + line("sha256", chapter.dataset.digest);
    for (const one of decided) {
      text += "\n[[link]]\n" + line("url", one.url) + line("do", one.action.value)
        + (one.by.hidden ? "" : line("with", one.by.value.trim()))
        + (one.state.hidden ? "" : line("as", one.state.value))
        + line("why", one.why.value.trim()) + line("who", one.who.value.trim()) + "made = " + today() + "\n"
        + (one.action.value === "checked" && one.until.value ? "until = " + one.until.value + "\n" : "");
    }
    return text;
  };

  const save = (chapter, decided) => {
    if (!decided.length) { say("Nothing is decided yet."); return; }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([toml(chapter, decided)], { type: "application/toml" }));
    link.download = "decisions.toml";
    link.click();
    URL.revokeObjectURL(link.href);
    say(decided.length + (decided.length === 1 ? " decision saved." : " decisions saved."));
  };

  const KEPT = ["action", "by", "state", "why", "who", "until"];
  // Decisions outlast a reload where the browser lets a file keep something.
  const desks = all(".chapter").map((chapter) => ({ chapter, key: "cite:" + (chapter.dataset.digest || chapter.dataset.name), every: all(".matter.of-link", chapter).map(controls) }));
  const decidedIn = (desk) => desk.every.filter((one) => one.action.value);
  const keep = () => {
    for (const desk of desks) {
      const kept = decidedIn(desk).map((one) => [one.url, ...KEPT.map((name) => one[name].value)]);
      try { localStorage.setItem(desk.key, JSON.stringify(kept)); } catch { return; }
    }
  };
  const recall = (desk) => {
    let kept = [];
    try { kept = JSON.parse(localStorage.getItem(desk.key)) || []; } catch { return; }
    for (const [url, ...values] of kept) {
      const one = desk.every.find((each) => each.url === url);
      if (!one) continue;
      KEPT.forEach((name, at) => { one[name].value = values[at] || ""; });
      one.fit();
    }
  };
  for (const desk of desks) {
    recall(desk);
    const box = $(".export", desk.chapter);
    if (!box) continue;
    box.hidden = !desk.every.length;
    $(".save", box).addEventListener("click", () => save(desk.chapter, decidedIn(desk)));
  }

  // ---- Keys, print ----------------------------------------------------------------------------------------------

  const step = (by) => {
    const shown = cards.filter((card) => !card.hidden);
    if (!shown.length) return;
    const at = shown.indexOf(document.activeElement.closest(".card"));
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1)];
    next.focus();
    next.scrollIntoView({ block: "start" });
  };
  const evidence = () => {
    const card = document.activeElement.closest(".card");
    const parts = card ? all("details", card) : [];
    const open = parts.some((one) => !one.open);
    for (const one of parts) one.open = open;
  };
  const keys = {
    "/": () => fields.find.focus(),
    j: () => step(1),
    k: () => step(-1),
    e: evidence,
    a: () => { fields.show.value = fields.show.value === "all" ? "needs" : "all"; filter(); },
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "Escape" && (typing || fields.find.value)) { tools.reset(); document.activeElement.blur(); return; }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  const opened = [];
  addEventListener("beforeprint", () => {
    for (const one of all("details:not([open], .entry)")) { one.open = true; opened.push(one); }
  });
  addEventListener("afterprint", () => { for (const one of opened.splice(0)) one.open = false; });

  tools.addEventListener("input", soon);
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("reset", () => setTimeout(filter));
  addEventListener("hashchange", reveal);
  tools.hidden = false;
  for (const card of cards) card.tabIndex = -1;
  filter();
  reveal();
})();
