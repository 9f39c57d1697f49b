// The page of a room stays true while people look at it, and what they send arrives.
import { hearTime, keepTime, showClocks } from "./room/clock.js";
import { Line } from "./room/line.js";
import { Outbox, freshKey } from "./room/outbox.js";
import { Own } from "./room/own.js";
import { Parts } from "./room/parts.js";

const keyed = new WeakSet();

function readToken() {
  return document.querySelector("[name=csrfmiddlewaretoken]")?.value || "";
}

// Forms of a part come without what is only this page's: a token, and a key that makes a second sending harmless.
function dressForms(part, token) {
  for (const form of part.querySelectorAll("form[method=post]")) {
    let field = form.querySelector("[name=csrfmiddlewaretoken]");
    if (!field) {
      field = document.createElement("input");
      field.type = "hidden";
      field.name = "csrfmiddlewaretoken";
      form.prepend(field);
    }
    field.value = token;
    const key = form.elements.namedItem("key");
    if (key && !keyed.has(key)) {
      keyed.add(key);
      key.value = freshKey();
    }
  }
}

export function room() {
  const place = document.querySelector("[data-room]");
  if (!place) return;
  const page = place.dataset;
  document.documentElement.classList.add("ml-followed");
  const status = place.querySelector("[data-line-status]");
  const signIn = place.querySelector("[data-line-sign-in]");
  const waiting = place.querySelector("[data-line-waiting]");
  let token = page.token || readToken();
  const own = new Own(JSON.parse(page.own || "[]"));
  const parts = new Parts(place.querySelector("[data-line-said]"), (part) => {
    dressForms(part, token);
    own.mark(part);
  });
  hearTime(Number(page.at));
  keepTime();
  own.mark(document);
  for (const part of document.querySelectorAll("[data-part]")) dressForms(part, token);

  const say = (state) => {
    if (status.dataset.state === state) return;
    status.dataset.state = state;
    status.textContent = page[state] || "";
    signIn.hidden = state !== "signedOut";
  };
  const hear = (found) => {
    hearTime(found.at);
    if (found.token) token = found.token;
    if (found.own) own.hear(found.own);
    if (found.parts) parts.show(found.parts);
    showClocks();
  };
  const line = new Line({ listen: page.listen, parts: page.parts, version: Number(page.version), hear, say });
  const outbox = new Outbox({
    name: page.room,
    words: { sending: page.sending, sent: page.sent, waiting: page.waiting, refused: page.refused, on: page.on },
    token: () => token,
    own,
    changed: (count) => {
      waiting.hidden = !count;
      waiting.textContent = count ? page.letters.replace("{count}", count) : "";
    },
    renew: () => line.ask(),
  });
  document.addEventListener("room:part", showClocks);
  line.start();
  outbox.start();
}
