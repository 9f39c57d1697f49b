// Everything here makes pages kinder; nothing here is needed for a task.
import htmx from "htmx.org";
import { createAll } from "govuk-frontend/dist/govuk/init.mjs";
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs";
import { autosave } from "./autosave.js";
import { forgetOnSignOut } from "./forget.js";
import { groups } from "./groups.js";
import { keepTyping } from "./keep.js";
import { closeMenus } from "./menus.js";
import { sendOnce } from "./once.js";
import { room } from "./room.js";
import { search } from "./search.js";
import { sortable } from "./sortable.js";
import { weekdays } from "./weekday.js";
import { zoom } from "./zoom.js";

window.htmx = htmx;
document.documentElement.classList.add("ml-scripted");
document.body.classList.add("js-enabled", "govuk-frontend-supported");

function enhance(part) {
  for (const component of [CharacterCount, ErrorSummary, SkipLink]) createAll(component, undefined, part);
  keepTyping(part);
  autosave(part);
  sortable(part);
  weekdays(part);
  groups(part);
  zoom(part);
}

sendOnce();
closeMenus();
search();
forgetOnSignOut();
enhance(document);
room();
document.addEventListener("htmx:load", (event) => {
  if (event.target !== document.body) enhance(event.target);
});
