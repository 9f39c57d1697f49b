// What somebody typed outlives a lost session, a failed post and a reload; only this tab keeps it.
const PREFIX = "ml-kept:";

function nameOf(area) {
  const form = area.form;
  const address = new URL(form ? form.action : location.href, location.href).pathname;
  return `${PREFIX}${address}:${area.name}`;
}

function read(name) {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name, words) {
  try {
    if (words) sessionStorage.setItem(name, words);
    else sessionStorage.removeItem(name);
  } catch {
    // A full or forbidden store must not disturb typing.
  }
}

function offer(area, name, kept) {
  const box = document.createElement("div");
  box.className = "ml-kept";
  const words = document.createElement("span");
  words.textContent = area.dataset.keptWords || "You typed something here that was not saved.";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary ml-button--small";
  button.textContent = area.dataset.keptButton || "Put it back";
  button.addEventListener("click", () => {
    area.value = kept;
    area.dispatchEvent(new Event("input", { bubbles: true }));
    box.remove();
    area.focus();
  });
  const drop = button.cloneNode();
  drop.className = "ml-button--link";
  drop.textContent = area.dataset.keptDrop || "Throw it away";
  drop.addEventListener("click", () => {
    write(name, "");
    box.remove();
    area.focus();
  });
  box.append(words, button, drop);
  area.before(box);
}

// The copy of a sent form is dropped once the next page shows neither a failure nor a request to sign in.
function settle() {
  const sent = read(`${PREFIX}sent`);
  write(`${PREFIX}sent`, "");
  const failed = document.querySelector("[data-form-failed], .govuk-error-summary");
  if (!sent || failed || !document.querySelector("[data-signed-in]")) return;
  for (const name of JSON.parse(sent)) write(name, "");
}

let settled = false;

export function keepTyping(part) {
  if (!settled) settle();
  settled = true;
  for (const area of part.querySelectorAll("textarea[data-keep]")) {
    const name = nameOf(area);
    const kept = read(name);
    if (kept && kept.trim() && kept !== area.value) offer(area, name, kept);
    area.addEventListener("input", () => write(name, area.value === area.defaultValue ? "" : area.value));
    if (area.form) area.form.addEventListener("submit", () => remember(area.form));
  }
}

function remember(form) {
  const names = [...form.querySelectorAll("textarea[data-keep]")].map(nameOf);
  write(`${PREFIX}sent`, JSON.stringify(names));
}
