// Notes save themselves a moment after the last key; the button does the same without a script.
const PAUSE = 2000;
const AGAIN = 8000;

function clock() {
  const now = new Date();
  return `${now.getHours()}.${String(now.getMinutes()).padStart(2, "0")}`;
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.status = form.querySelector("[data-autosave-status]") || this.addStatus();
    this.words = { saved: "Saved at", failed: "Not saved:", offline: "no connection; we keep trying", saving: "Saving…", ...form.dataset };
    this.timer = 0;
    this.running = false;
    this.changed = false;
    form.addEventListener("input", () => this.touch());
    form.addEventListener("change", () => this.touch());
    form.addEventListener("submit", () => this.leave());
    addEventListener("online", () => this.changed && this.save());
    addEventListener("beforeunload", (event) => this.changed && event.preventDefault());
  }

  addStatus() {
    const status = document.createElement("p");
    status.className = "ml-saved";
    status.setAttribute("role", "status");
    this.form.append(status);
    return status;
  }

  touch() {
    this.changed = true;
    this.later(PAUSE);
  }

  leave() {
    clearTimeout(this.timer);
    this.changed = false;
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  say(state, words) {
    this.status.dataset.state = state;
    this.status.textContent = words;
  }

  async save() {
    if (this.running || this.stopped) return;
    this.running = true;
    this.changed = false;
    try {
      const answer = await fetch(this.form.action, {
        method: "POST",
        body: new FormData(this.form),
        headers: { "X-Autosave": "1" },
        credentials: "same-origin",
        redirect: "manual",
      });
      await this.hear(answer);
    } catch {
      this.changed = true;
      this.say("failed", `${this.words.failed} ${this.words.offline}`);
      this.later(AGAIN);
    }
    this.running = false;
    if (this.changed && !this.stopped) this.later(PAUSE);
  }

  async hear(answer) {
    if (answer.ok) return this.saved(answer);
    if (answer.status === 409 || answer.status === 422) {
      this.stopped = answer.status === 409;
      this.status.dataset.state = "failed";
      this.status.innerHTML = await answer.text();
    } else if (answer.type === "opaqueredirect" || answer.status === 403) {
      this.stopped = true;
      this.say("failed", `${this.words.failed} ${this.words.signedOut || "you are signed out. Copy your words, sign in and come back."}`);
    } else {
      this.changed = true;
      this.say("failed", `${this.words.failed} ${this.words.trouble || "the server did not answer as it should; we try again"}`);
      this.later(AGAIN);
    }
  }

  // The server may name the new version, so that the next save is not taken for a stale one.
  saved(answer) {
    const version = answer.headers.get("X-Version");
    const field = this.form.elements.namedItem("version");
    if (version && field) field.value = version;
    this.say("saved", `${this.words.saved} ${clock()}`);
  }
}

export function autosave(part) {
  for (const form of part.querySelectorAll("form[data-autosave]")) new Autosave(form);
}
