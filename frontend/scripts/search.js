// The keyboard in a search: "/" comes to the box, the arrows go through what was found, Esc comes back and clears.
const STORE = "ml-no-slash";

function isOff() {
  try {
    return localStorage.getItem(STORE) === "1";
  } catch {
    return false;
  }
}

function turn(off) {
  try {
    if (off) localStorage.setItem(STORE, "1");
    else localStorage.removeItem(STORE);
  } catch {
    // Without a store the key stays as it is.
  }
}

function isTyping(element) {
  return Boolean(element.closest("input, textarea, select, [contenteditable], [role='textbox'], dialog[open]"));
}

function box() {
  const boxes = document.querySelectorAll("[data-search-box], .ml-search input[type='search']");
  const seen = [...boxes].sort((one) => (one.matches("[data-search-box]") ? -1 : 1));
  return seen.find((each) => each.getClientRects().length > 0);
}

// A key of one letter must be one that can be turned off.
function offerSwitch() {
  for (const words of document.querySelectorAll("[data-search-keys]")) {
    const button = words.querySelector("button");
    const show = () => (button.textContent = isOff() ? button.dataset.on : button.dataset.off);
    button.addEventListener("click", () => {
      turn(!isOff());
      show();
    });
    show();
    words.hidden = false;
  }
}

function onSlash(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target) || isOff()) return;
  const found = box();
  if (!found) return;
  event.preventDefault();
  found.focus();
  found.select();
}

function onArrows(event) {
  const typing = event.target.matches("[data-search-box]");
  if (!typing && !event.target.matches("[data-found]")) return;
  const stops = [...document.querySelectorAll("[data-search-box], [data-found]")];
  const at = stops.indexOf(event.target);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  } else if (event.key === "Escape") {
    event.preventDefault();
    if (typing) event.target.value = "";
    else stops[0].focus();
  }
}

export function search() {
  offerSwitch();
  document.addEventListener("keydown", onSlash);
  if (document.querySelector("[data-search-box]")) document.addEventListener("keydown", onArrows);
}
