// What somebody sends is kept until the server has it, and sent when the line is back. Its key makes sure that it counts once.
const AGAIN = 3_000;
const LONGEST = 30_000;

// A store that a full or forbidden disk turns into mere memory.
class Drawer {
  constructor(storage, name) {
    this.name = name;
    this.letters = [];
    try {
      this.storage = storage();
    } catch {
      this.storage = null;
    }
  }

  read() {
    try {
      return JSON.parse(this.storage?.getItem(this.name)) || (this.storage ? [] : this.letters);
    } catch {
      return this.letters;
    }
  }

  write(letters) {
    this.letters = letters;
    try {
      if (letters.length) this.storage?.setItem(this.name, JSON.stringify(letters));
      else this.storage?.removeItem(this.name);
    } catch {
      this.storage = null;
    }
  }

  add(letter) {
    this.write([...this.read().filter((other) => other.id !== letter.id), letter]);
  }

  drop(letter) {
    this.write(this.read().filter((other) => other.id !== letter.id));
  }
}

export function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
}

function wordsOf(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const found = [".govuk-error-summary__list li", ".govuk-error-message", "[data-refused]", "main .ml-lede"];
  for (const place of found) {
    const lines = [...page.querySelectorAll(place)].map((line) => line.textContent.trim());
    if (lines.length) return [...new Set(lines)].join(" ");
  }
  return "";
}

export class Outbox {
  constructor({ name, words, token, own, changed, renew }) {
    Object.assign(this, { words, token, own, changed, renew });
    // What this tab sends dies with it; a form may say that the device should keep it longer.
    this.drawers = { tab: new Drawer(() => sessionStorage, `ml-outbox:${name}`), device: new Drawer(() => localStorage, `ml-outbox:${name}`) };
    this.forms = new Map();
    this.tries = 0;
  }

  start() {
    document.addEventListener("submit", (event) => this.take(event), { capture: true });
    addEventListener("online", () => this.send());
    addEventListener("beforeunload", (event) => this.losesWords && event.preventDefault());
    this.changed(this.count);
    this.send();
  }

  get letters() {
    return Object.values(this.drawers).flatMap((drawer) => drawer.read());
  }

  get count() {
    return this.letters.length;
  }

  get losesWords() {
    return Object.values(this.drawers).some((drawer) => !drawer.storage && drawer.read().length);
  }

  take(event) {
    const form = event.target;
    if (!form.matches("form[data-outbox]") || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    const fields = [...new FormData(form, event.submitter)].filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string");
    const key = form.elements.namedItem("key");
    const letter = {
      id: key?.value || freshKey(),
      action: new URL(event.submitter?.getAttribute("formaction") || form.getAttribute("action") || "", location.href).pathname + new URL(form.action, location.href).search,
      fields,
      drawer: form.dataset.outbox === "device" ? "device" : "tab",
      owns: form.dataset.owns || "",
      disowns: form.dataset.disowns || "",
    };
    this.drawers[letter.drawer].add(letter);
    this.forms.set(letter.id, form);
    if (key) key.value = freshKey();
    this.empty(form);
    this.tell(form, "sending", this.words.sending);
    this.changed(this.count);
    this.tries = 0;
    this.send();
  }

  empty(form) {
    if ("outboxKeep" in form.dataset) return;
    for (const field of form.querySelectorAll("textarea, input[type=text], input:not([type])")) {
      field.value = field.defaultValue;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  tell(form, state, words, to = "") {
    if (!form?.isConnected) return;
    let status = form.querySelector("[data-outbox-status]");
    if (!status) {
      status = document.createElement("p");
      status.className = "ml-saved";
      status.setAttribute("role", "status");
      status.dataset.outboxStatus = "";
      form.append(status);
    }
    status.dataset.state = state;
    status.textContent = words;
    if (!to) return;
    const link = document.createElement("a");
    link.className = "govuk-link";
    link.href = to;
    link.textContent = this.words.on;
    status.append(" ", link);
  }

  // One tab at a time where the browser can tell; two would do no harm, only work twice.
  async send() {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.timer);
    const work = () => this.sendAll();
    try {
      if (navigator.locks) await navigator.locks.request("ml-outbox", work);
      else await work();
    } finally {
      this.sending = false;
      this.changed(this.count);
    }
  }

  async sendAll() {
    for (let letter = this.letters[0]; letter; letter = this.letters[0]) {
      const isSettled = await this.post(letter);
      if (!isSettled) return this.later(letter);
      this.drawers[letter.drawer].drop(letter);
      this.forms.delete(letter.id);
      this.tries = 0;
      this.changed(this.count);
    }
    return undefined;
  }

  later(letter) {
    this.tell(this.forms.get(letter.id), "waiting", this.words.waiting);
    const pause = Math.min(LONGEST, AGAIN * 2 ** this.tries) * (0.7 + Math.random() * 0.6);
    this.tries += 1;
    this.timer = setTimeout(() => this.send(), pause);
  }

  // Whether the letter needs nothing more: it has arrived, or it was refused in words.
  async post(letter, isSecond = false) {
    let answer;
    try {
      answer = await fetch(letter.action, {
        method: "POST",
        body: new URLSearchParams([...letter.fields, ["csrfmiddlewaretoken", this.token()]]),
        headers: { "X-Outbox": "1" },
        credentials: "same-origin",
        redirect: "manual",
      });
    } catch {
      return false;
    }
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    if (answer.ok && (isJson || answer.status === 204)) {
      const told = isJson ? await answer.json() : {};
      return told.refused ? this.refused(letter, told.said.join(" "), told.to) : this.arrived(letter, told);
    }
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 429 || answer.status >= 500) return false;
    // A token grows old with its session; the same letter with a new one is the same letter.
    if (answer.status === 403 && !isSecond && (await this.renew())) return this.post(letter, true);
    return this.refused(letter, wordsOf(await answer.text()));
  }

  arrived(letter, told) {
    if (letter.owns) this.own.take(letter.owns);
    if (letter.disowns) this.own.drop(letter.disowns);
    const form = this.forms.get(letter.id);
    this.tell(form, "saved", told.said?.join(" ") || this.words.sent);
    form?.dispatchEvent(new CustomEvent("room:sent", { bubbles: true }));
    return true;
  }

  // The words go back to where they were typed, unless something new stands there.
  refused(letter, words, to = "") {
    const form = this.forms.get(letter.id) || document.querySelector(`form[data-outbox][action="${CSS.escape(letter.action)}"]`);
    for (const [name, value] of letter.fields) {
      const field = form?.elements.namedItem(name);
      if (field?.matches?.("textarea, input[type=text], input:not([type])") && !field.value) {
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
    this.tell(form, "failed", words || this.words.refused, to);
    return true;
  }
}
