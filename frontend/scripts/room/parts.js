// Puts new words into the parts of a page, without moving anything under a finger or taking away what is being typed.
import { morph } from "./morph.js";

const CALM = 300;
const LONGEST = 4000;
const BETWEEN_WORDS = 4000;

// When somebody last touched or scrolled the page.
let touched = 0;
let isDown = false;

function watchFingers() {
  const touch = () => {
    touched = Date.now();
  };
  addEventListener("pointerdown", () => {
    isDown = true;
    touch();
  });
  for (const name of ["pointerup", "pointercancel"]) {
    addEventListener(name, () => {
      isDown = false;
      touch();
    });
  }
  addEventListener("scroll", touch, { passive: true });
}

// Something in view that should stay where it is: the field with the focus, or what stands near the top.
function anchor() {
  const focused = document.activeElement;
  const isInView = (node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  if (focused && focused !== document.body && isInView(focused)) return focused;
  if (scrollY < 5) return null;
  for (let y = 90; y < innerHeight; y += 60) {
    const node = document.elementFromPoint(innerWidth / 2, y);
    if (node?.closest("[data-part] *, main > *")) return node;
  }
  return null;
}

function inPlace(change) {
  const focused = document.activeElement;
  const selection = focused && "selectionStart" in focused ? [focused.selectionStart, focused.selectionEnd] : null;
  const stays = anchor();
  const before = stays?.getBoundingClientRect().top;
  change();
  if (focused?.isConnected && document.activeElement !== focused) {
    focused.focus({ preventScroll: true });
    if (selection && selection[0] !== null) focused.setSelectionRange(...selection);
  }
  const moved = stays?.isConnected ? stays.getBoundingClientRect().top - before : 0;
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: "instant" });
}

export class Parts {
  constructor(region, dress) {
    this.region = region;
    this.dress = dress;
    this.waiting = {};
    this.since = 0;
    this.timer = 0;
    this.sentences = new Map();
    this.spoke = 0;
    watchFingers();
    addEventListener("pagehide", () => clearTimeout(this.timer));
  }

  show(parts) {
    if (!Object.keys(parts).length) return;
    if (!Object.keys(this.waiting).length) this.since = Date.now();
    Object.assign(this.waiting, parts);
    this.soon();
  }

  soon() {
    clearTimeout(this.timer);
    const isCalm = !isDown && Date.now() - touched > CALM;
    if (isCalm || Date.now() - this.since > LONGEST) this.change();
    else this.timer = setTimeout(() => this.soon(), 100);
  }

  change() {
    const parts = this.waiting;
    this.waiting = {};
    inPlace(() => {
      for (const [name, html] of Object.entries(parts)) {
        for (const part of document.querySelectorAll(`[data-part="${name}"]`)) this.replace(part, html);
      }
    });
  }

  replace(part, html) {
    const said = part.querySelector("[data-say]")?.dataset.say;
    const fresh = document.createElement("template");
    fresh.innerHTML = html;
    this.dress(fresh.content);
    morph(part, fresh.content);
    this.dress(part);
    const sentence = part.querySelector("[data-say]")?.dataset.say;
    if (sentence && sentence !== said) this.say(part.dataset.part, sentence);
    part.dispatchEvent(new CustomEvent("room:part", { bubbles: true }));
  }

  // Read out politely, the newest sentence of each part, with time to listen in between.
  say(part, sentence) {
    this.sentences.set(part, sentence);
    const wait = Math.max(0, this.spoke + BETWEEN_WORDS - Date.now());
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => {
      this.spoke = Date.now();
      this.region.textContent = [...this.sentences.values()].join(" ");
      this.sentences.clear();
    }, wait);
  }
}
