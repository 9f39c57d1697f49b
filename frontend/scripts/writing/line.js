// The line to the server: what was written goes out, what others write comes in, and what is kept is told apart from what is not.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import * as Y from "yjs";

const SYNC = 0;
const PRESENCE = 1;
const ASK = 0;
const ANSWER = 1;
const CHANGE = 2;
const KEPT = 8;
const GATHER = 30;
const KEEP = 250;
const SILENT = 40_000;
const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 10_000;
const ENDS = { 4403: "away", 4409: "closed", 4413: "long", 1009: "large", 1008: "trouble" };

function message(kind, inner, bytes) {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kind);
  if (inner !== null) encoding.writeVarUint(encoder, inner);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

export class Line {
  constructor({ url, doc, awareness, keeping, tell }) {
    Object.assign(this, { url, doc, awareness, keeping, tell });
    this.unsent = [];
    this.unkept = [];
    this.pause = FIRST_PAUSE;
    this.state = "";
    this.ended = "";
    this.isSynced = false;
    this.takeUpKept();
    doc.on("update", (update, origin) => origin !== this && this.wrote(update));
    awareness.on("update", (_changes, origin) => origin === "local" && this.present());
    addEventListener("online", () => this.callNow());
    addEventListener("offline", () => this.drop());
    addEventListener("pagehide", () => this.keepNow());
    setInterval(() => this.watch(), 5000);
    this.call();
  }

  takeUpKept() {
    const kept = this.keeping.take();
    if (!kept) return;
    try {
      Y.applyUpdate(this.doc, kept, this);
      this.unkept.push(kept);
    } catch {
      this.keeping.clear();
    }
  }

  call() {
    clearTimeout(this.again);
    if (this.ended) return;
    const socket = new WebSocket(this.url);
    this.socket = socket;
    this.sent = this.kept = 0;
    this.isSynced = false;
    this.heard = Date.now();
    socket.binaryType = "arraybuffer";
    socket.addEventListener("open", () => socket === this.socket && this.opened());
    socket.addEventListener("message", (event) => socket === this.socket && this.hear(new Uint8Array(event.data)));
    socket.addEventListener("close", (event) => socket === this.socket && this.closed(event.code));
  }

  // A line that is dead takes long to say goodbye; it is not waited for.
  drop() {
    const socket = this.socket;
    this.socket = null;
    socket?.close();
    if (socket) this.closed(1006);
  }

  callNow() {
    if (!this.socket || this.socket.readyState > WebSocket.OPEN) this.call();
  }

  opened() {
    this.heard = Date.now();
    this.send(message(SYNC, ASK, Y.encodeStateVector(this.doc)));
    // Others are shown again only once somebody says anew where they are.
    this.awareness.setLocalState({ ...this.awareness.getLocalState() });
  }

  closed(code) {
    this.isSynced = false;
    this.leaveOthers();
    this.ended = ENDS[code] || "";
    this.keepNow();
    this.show();
    if (this.ended) return;
    this.again = setTimeout(() => this.call(), this.pause * (0.7 + Math.random() * 0.6));
    this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
  }

  leaveOthers() {
    const others = [...this.awareness.getStates().keys()].filter((client) => client !== this.doc.clientID);
    removeAwarenessStates(this.awareness, others, this);
    for (const client of others) this.awareness.meta.delete(client);
  }

  hear(bytes) {
    this.heard = Date.now();
    const decoder = decoding.createDecoder(bytes);
    const kind = decoding.readVarUint(decoder);
    if (kind === SYNC) this.hearText(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
    else if (kind === PRESENCE) applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this);
    else if (kind === KEPT) this.kept = decoding.readVarUint(decoder);
    this.settle();
  }

  hearText(inner, bytes) {
    if (inner !== ASK) {
      Y.applyUpdate(this.doc, bytes, this);
      return;
    }
    // Everything that the server lacks, also what was written while there was no line.
    this.unsent = [];
    this.isSynced = true;
    this.pause = FIRST_PAUSE;
    this.sent += 1;
    this.send(message(SYNC, ANSWER, Y.encodeStateAsUpdate(this.doc, bytes)));
  }

  wrote(update) {
    this.unsent.push(update);
    this.unkept.push(update);
    this.gathering ||= setTimeout(() => this.flush(), GATHER);
    this.keeper ||= setTimeout(() => this.keepNow(), KEEP);
    this.show();
  }

  flush() {
    this.gathering = 0;
    if (!this.isSynced || !this.unsent.length) return;
    const update = Y.mergeUpdates(this.unsent);
    this.unsent = [];
    this.sent += 1;
    this.send(message(SYNC, CHANGE, update));
  }

  send(bytes) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(bytes);
  }

  present() {
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    this.send(message(PRESENCE, null, encodeAwarenessUpdate(this.awareness, [this.doc.clientID])));
  }

  get isSaved() {
    return this.isSynced && this.sent === this.kept && !this.unsent.length;
  }

  settle() {
    if (this.isSaved && this.unkept.length) {
      this.unkept = [];
      this.keeping.clear();
    }
    this.show();
  }

  keepNow() {
    clearTimeout(this.keeper);
    this.keeper = 0;
    if (!this.unkept.length) return;
    const whole = Y.mergeUpdates(this.unkept);
    this.unkept = [whole];
    this.isKept = this.keeping.put(whole);
    this.show();
  }

  watch() {
    if (this.socket?.readyState === WebSocket.OPEN && Date.now() - this.heard > SILENT) this.drop();
  }

  show() {
    let state = this.ended || (this.isSynced ? (this.isSaved ? "saved" : "saving") : "away-from-line");
    if (state === "away-from-line" && !this.heardOnce && !this.unkept.length) state = "opening";
    if (this.isSynced) this.heardOnce = true;
    if (state === "away-from-line" && this.isKept === false) state = "unkept";
    if (state === this.state) return;
    this.state = state;
    this.tell(state);
  }
}
