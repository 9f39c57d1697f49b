// The line to the server: one WebSocket that only listens, and plain questions when something was missed or it is away.
const QUIET = 50_000;
const AWAY = 20_000;
const POLL = 10_000;
const LATE = 2_500;
const LONGEST = 30_000;

export class Line {
  constructor({ listen, parts, version, hear, say }) {
    Object.assign(this, { listen, parts, version, hear, say });
    this.wanted = version;
    // Parts whose words came over the line; what was asked for may be newer than what the line sent last.
    this.fromLine = new Set();
    this.isInDoubt = false;
    this.tries = 0;
    this.spread = 1;
    this.heardAt = Date.now();
    this.timers = {};
  }

  start() {
    this.open();
    addEventListener("online", () => this.again(0));
    addEventListener("offline", () => this.lost());
    addEventListener("pageshow", (event) => event.persisted && this.wake());
    document.addEventListener("visibilitychange", () => (document.hidden ? this.sleep() : this.wake()));
    setInterval(() => this.watch(), 5_000);
    this.poll();
  }

  get isUp() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  get isBehind() {
    return this.isInDoubt || this.version < this.wanted;
  }

  later(name, pause, work) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(work, pause);
  }

  open() {
    if (this.stopped) return;
    this.leave();
    const address = new URL(this.listen, location.href);
    address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(address);
    this.socket = socket;
    socket.addEventListener("message", (event) => socket === this.socket && this.frame(JSON.parse(event.data)));
    socket.addEventListener("close", (event) => socket === this.socket && this.closed(event));
  }

  leave() {
    const old = this.socket;
    this.socket = null;
    old?.close();
  }

  closed(event) {
    this.socket = null;
    this.lost();
    // A server that ends a line on purpose, or stops, is soon there again; otherwise each try waits longer.
    const isPlanned = event.code === 4000;
    const pause = isPlanned ? 200 + Math.random() * 1000 : Math.min(LONGEST, 1000 * 2 ** this.tries);
    this.again(isPlanned ? pause : (0.5 + Math.random()) * pause);
    if (!isPlanned) this.tries += 1;
  }

  again(pause) {
    this.later("open", pause, () => this.isUp || this.open());
  }

  lost() {
    this.later("late", LATE, () => this.isUp || this.say("trying"));
  }

  frame(frame) {
    this.tries = 0;
    this.alive(frame.at);
    this.spread = frame.spread;
    this.wanted = Math.max(this.wanted, frame.upto);
    if (frame.after <= this.version && frame.upto > this.version) {
      this.version = frame.upto;
      this.isInDoubt ||= frame.same.some((part) => !this.fromLine.has(part));
      for (const part of Object.keys(frame.parts)) this.fromLine.add(part);
      this.hear(frame);
    } else {
      this.hear({ at: frame.at });
    }
    // Whoever missed something asks, and not all in the same moment.
    if (this.isBehind) this.askSoon(200 + Math.random() * 1000 * this.spread);
  }

  alive() {
    this.heardAt = Date.now();
    clearTimeout(this.timers.late);
    this.say("connected");
  }

  askSoon(pause) {
    this.later("ask", pause, () => this.isBehind && this.ask());
  }

  // Everything as it is now, with what is this reader's own and a fresh token. Says whether it came.
  async ask() {
    if (this.asking || this.stopped) return false;
    this.asking = true;
    try {
      const answer = await fetch(this.parts, { headers: { Accept: "application/json" }, credentials: "same-origin" });
      const isOurs = answer.headers.get("Content-Type")?.startsWith("application/json");
      if (answer.ok && isOurs) return this.answered(await answer.json());
      if (answer.status < 500) this.shut(answer.redirected || answer.status === 401 ? "signedOut" : "closed");
    } catch {
      this.lost();
    } finally {
      this.asking = false;
    }
    if (!this.stopped) this.askSoon(2000 + Math.random() * 3000);
    return false;
  }

  answered(found) {
    this.wanted = Math.max(this.wanted, found.upto);
    if (found.upto >= this.version) {
      this.fromLine.clear();
      this.isInDoubt = false;
      this.version = found.upto;
      this.hear(found);
    }
    if (!this.isUp) this.say("asking");
    return true;
  }

  // Nothing more is to be had here; what was typed stays in the page.
  shut(reason) {
    this.stopped = true;
    this.leave();
    this.say(reason);
  }

  // Where no line can be had (some networks let none through), the page asks every few seconds.
  poll() {
    this.later("poll", POLL * (0.8 + Math.random() * 0.4), async () => {
      if (!this.isUp && !document.hidden) await this.ask();
      this.poll();
    });
  }

  watch() {
    if (this.isUp && Date.now() - this.heardAt > QUIET) {
      this.leave();
      this.lost();
      this.again(0);
    }
  }

  sleep() {
    this.slept = Date.now();
  }

  wake() {
    if (this.slept && Date.now() - this.slept < AWAY && this.isUp) return;
    this.tries = 0;
    if (!this.isUp || Date.now() - this.heardAt > QUIET) this.again(0);
    this.ask();
  }
}
