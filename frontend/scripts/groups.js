// Dragging people between groups; letting go sends the form of the page on which they are moved without a script.
import htmx from "htmx.org";

function targetAt(board, seat, x, y) {
  const found = document.elementFromPoint(x, y)?.closest("[data-drop]");
  if (!found || !board.contains(found) || found === seat) return null;
  const group = seat.closest(".ml-group");
  const isPerson = found.matches(".ml-seat");
  if (found.closest(".ml-group") === group) return null;
  // Who waits takes nobody's place, and nobody takes the place of somebody who waits or is locked.
  const swaps = isPerson && !group.matches(".ml-group--waiting") && !found.closest(".ml-group--waiting");
  return isPerson && (!swaps || "locked" in found.dataset) ? found.closest(".ml-group") : found;
}

function send(board, seat, target) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = seat.dataset.move;
  form.hidden = true;
  const values = {
    to: target.dataset.drop,
    version: board.dataset.version,
    csrfmiddlewaretoken: board.querySelector("[name=csrfmiddlewaretoken]").value,
  };
  for (const [name, value] of Object.entries(values)) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  board.after(form);
  // What the answer refuses is shown as a page of its own.
  const refused = () => form.submit();
  form.addEventListener("htmx:responseError", refused, { once: true });
  htmx
    .ajax("POST", seat.dataset.move, { source: form, values, target: "#board", swap: "outerHTML" })
    .finally(() => document.getElementById("said")?.scrollIntoView({ block: "nearest" }));
}

function drag(board, seat, start) {
  const ghost = document.createElement("div");
  ghost.className = "ml-dragged";
  ghost.textContent = seat.querySelector("[data-name]").textContent;
  document.body.append(ghost);
  seat.dataset.dragged = "yes";
  let over = null;
  const place = (event) => {
    ghost.style.left = `${event.clientX + 12}px`;
    ghost.style.top = `${event.clientY + 12}px`;
    const target = targetAt(board, seat, event.clientX, event.clientY);
    if (target !== over) {
      delete over?.dataset.over;
      over = target;
      if (over) over.dataset.over = "yes";
    }
    if (event.clientY < 60) scrollBy(0, -14);
    if (event.clientY > innerHeight - 60) scrollBy(0, 14);
  };
  const stop = (event) => {
    removeEventListener("pointermove", place);
    removeEventListener("pointerup", stop);
    removeEventListener("pointercancel", stop);
    removeEventListener("keydown", escape);
    ghost.remove();
    delete seat.dataset.dragged;
    delete over?.dataset.over;
    if (event.type === "pointerup" && over) send(board, seat, over);
  };
  const escape = (event) => event.key === "Escape" && stop(event);
  addEventListener("pointermove", place);
  addEventListener("pointerup", stop);
  addEventListener("pointercancel", stop);
  addEventListener("keydown", escape);
  place(start);
}

export function groups(part) {
  const boards = part.matches?.("[data-board]") ? [part] : part.querySelectorAll("[data-board]");
  for (const board of boards) {
    for (const grip of board.querySelectorAll("[data-grip]")) {
      grip.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        drag(board, grip.closest(".ml-seat"), event);
      });
    }
  }
}
