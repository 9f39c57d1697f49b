// Dragging by the grip; letting go sends the same form that the buttons use, with the new place.
function send(list, item, place) {
  const form = item.querySelector("form").cloneNode(true);
  for (const button of form.querySelectorAll("button")) button.remove();
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "place";
  field.value = place;
  form.append(field);
  form.hidden = true;
  list.after(form);
  form.submit();
}

function neighbourAt(list, item, y) {
  return [...list.children].find((other) => {
    if (other === item) return false;
    const box = other.getBoundingClientRect();
    return y > box.top && y < box.bottom;
  });
}

function drag(list, item, start) {
  const before = [...list.children].indexOf(item);
  const scroll = scrollY;
  let y = start.clientY;
  let shift = 0;
  item.dataset.dragged = "yes";
  const place = () => {
    item.style.transform = `translateY(${y - start.clientY + scrollY - scroll - shift}px)`;
  };
  const move = (event) => {
    y = event.clientY;
    const other = neighbourAt(list, item, y);
    if (other) {
      const top = item.offsetTop;
      if (other.offsetTop > top) other.after(item);
      else other.before(item);
      shift += item.offsetTop - top;
    }
    if (y < 60) scrollBy(0, -12);
    if (y > innerHeight - 60) scrollBy(0, 12);
    place();
  };
  const stop = (event) => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", stop);
    removeEventListener("pointercancel", stop);
    removeEventListener("keydown", escape);
    delete item.dataset.dragged;
    item.style.transform = "";
    const now = [...list.children].indexOf(item);
    if (event.type === "pointerup" && now !== before) send(list, item, now);
    else if (now !== before) list.insertBefore(item, list.children[now < before ? before + 1 : before]);
  };
  const escape = (event) => event.key === "Escape" && stop(event);
  addEventListener("pointermove", move);
  addEventListener("pointerup", stop);
  addEventListener("pointercancel", stop);
  addEventListener("keydown", escape);
}

export function sortable(part) {
  for (const list of part.querySelectorAll("[data-sortable]")) {
    for (const item of list.children) {
      item.querySelector("[data-grip]")?.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        drag(list, item, event);
      });
    }
  }
}
