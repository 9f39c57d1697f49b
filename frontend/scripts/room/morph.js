// Makes old nodes like new ones and keeps those that stay, so that typed words, focus and open details stay too.
const KEPT = { DETAILS: ["open"], DIALOG: ["open"] };

function alike(old, fresh) {
  return old.nodeType === fresh.nodeType && old.nodeName === fresh.nodeName && (old.id || "") === (fresh.id || "") && old.name === fresh.name;
}

function matchFor(fresh, here, known) {
  if (fresh.id && known.has(fresh.id)) return known.get(fresh.id);
  return here && alike(here, fresh) ? here : null;
}

function update(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  // A form's key is the page's own, and what says `data-still` is looked after by another script.
  if ("still" in old.dataset || (old.nodeName === "INPUT" && old.name === "key")) return;
  const kept = KEPT[old.nodeName] || [];
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && !kept.includes(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value && !kept.includes(name)) old.setAttribute(name, value);
  morph(old, fresh);
}

// What the outbox says below a form, until it has arrived: a refusal must not vanish because somebody else did something.
function isStillTold(node) {
  return "outboxStatus" in (node.dataset || {}) && node.dataset.state !== "saved";
}

export function morph(old, fresh) {
  const known = new Map([...old.children].filter((child) => child.id).map((child) => [child.id, child]));
  let here = old.firstChild;
  for (const next of [...fresh.childNodes]) {
    const match = matchFor(next, here, known);
    if (!match) {
      old.insertBefore(next, here);
      continue;
    }
    if (match === here) here = here.nextSibling;
    else old.insertBefore(match, here);
    update(match, next);
  }
  while (here) {
    const gone = here;
    here = here.nextSibling;
    if (!isStillTold(gone)) gone.remove();
  }
}
