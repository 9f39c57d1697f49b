// The buttons above a text, for the mouse, the finger and the keyboard.
import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { redo, undo, yUndoPluginKey } from "y-prosemirror";
import { safeAddress, schema } from "./schema.js";

const { nodes, marks } = schema;

function inside(state, type, attrs) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type === type && (!attrs || node.attrs.level === attrs.level)) return true;
  }
  return false;
}

function marked(state, mark) {
  const { from, to, empty, $from } = state.selection;
  if (empty) return Boolean(mark.isInSet(state.storedMarks || $from.marks()));
  return state.doc.rangeHasMark(from, to, mark);
}

const heading = (level) => ({
  isOn: (state) => inside(state, nodes.heading, { level }),
  run: (state, dispatch) =>
    (inside(state, nodes.heading, { level }) ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, { level }))(state, dispatch),
});

const list = (type) => ({
  isOn: (state) => inside(state, type),
  run: (state, dispatch) => (inside(state, type) ? liftListItem(nodes.list_item) : wrapInList(type))(state, dispatch),
});

export const deeds = {
  strong: { isOn: (state) => marked(state, marks.strong), run: toggleMark(marks.strong) },
  em: { isOn: (state) => marked(state, marks.em), run: toggleMark(marks.em) },
  heading2: heading(2),
  heading3: heading(3),
  bullets: list(nodes.bullet_list),
  numbers: list(nodes.ordered_list),
  quote: {
    isOn: (state) => inside(state, nodes.blockquote),
    run: (state, dispatch) => (inside(state, nodes.blockquote) ? lift : wrapIn(nodes.blockquote))(state, dispatch),
  },
  undo: { run: (state) => undo(state), can: (state) => yUndoPluginKey.getState(state).hasUndoOps },
  redo: { run: (state) => redo(state), can: (state) => yUndoPluginKey.getState(state).hasRedoOps },
};

export class Toolbar {
  constructor(bar, view, linkBox) {
    Object.assign(this, { bar, view, linkBox });
    this.buttons = [...bar.querySelectorAll("button")];
    bar.addEventListener("mousedown", (event) => event.target.closest("button") && event.preventDefault());
    bar.addEventListener("click", (event) => this.press(event.target.closest("button")));
    bar.addEventListener("keydown", (event) => this.walk(event));
    this.buttons.forEach((button, number) => (button.tabIndex = number ? -1 : 0));
    this.field = linkBox.querySelector("input");
    linkBox.querySelector("[data-set]").addEventListener("click", () => this.setLink(this.field.value));
    linkBox.querySelector("[data-drop]").addEventListener("click", () => this.setLink(""));
    linkBox.addEventListener("keydown", (event) => this.keyInLink(event));
    this.show();
  }

  press(button) {
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    if (button.dataset.deed === "link") {
      this.openLink();
      return;
    }
    const { state, dispatch } = this.view;
    deeds[button.dataset.deed].run(state, dispatch.bind(this.view), this.view);
    this.view.focus();
  }

  // One stop for the tab key; arrows walk between the buttons.
  walk(event) {
    const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -this.buttons.length, End: this.buttons.length };
    if (!(event.key in steps)) return;
    event.preventDefault();
    const here = this.buttons.indexOf(document.activeElement);
    const last = this.buttons.length - 1;
    const wraps = event.key.startsWith("Arrow");
    const wanted = here + steps[event.key];
    const next = wraps ? (wanted + this.buttons.length) % this.buttons.length : Math.max(0, Math.min(last, wanted));
    this.buttons[here].tabIndex = -1;
    this.buttons[next].tabIndex = 0;
    this.buttons[next].focus();
  }

  linkHere() {
    const { $from, from, to } = this.view.state.selection;
    const here = marks.link.isInSet($from.marks()) || ($from.nodeAfter && marks.link.isInSet($from.nodeAfter.marks));
    if (here) return here;
    let found = null;
    this.view.state.doc.nodesBetween(from, to, (node) => {
      found ||= marks.link.isInSet(node.marks);
    });
    return found;
  }

  openLink() {
    const link = this.linkHere();
    this.field.value = link ? link.attrs.href : "https://";
    this.linkBox.hidden = !this.linkBox.hidden;
    if (!this.linkBox.hidden) this.field.focus();
    this.show();
  }

  keyInLink(event) {
    if (event.key === "Enter") {
      event.preventDefault();
      this.setLink(this.field.value);
    } else if (event.key === "Escape") {
      this.linkBox.hidden = true;
      this.view.focus();
    }
  }

  setLink(typed) {
    const href = safeAddress(typed);
    const problem = this.linkBox.querySelector("[role=alert]");
    problem.textContent = typed && !href ? problem.dataset.words : "";
    if (typed && !href) return;
    const { state } = this.view;
    const { from, to } = this.reach();
    const change = state.tr.removeMark(from, to, marks.link);
    if (href && from === to) change.insertText(href, from).addMark(from, from + href.length, marks.link.create({ href }));
    else if (href) change.addMark(from, to, marks.link.create({ href }));
    this.view.dispatch(change);
    this.linkBox.hidden = true;
    this.view.focus();
  }

  // What is chosen, or the whole link in which the cursor stands.
  reach() {
    const { from, to, empty, $from } = this.view.state.selection;
    const link = this.linkHere();
    if (!empty || !link) return { from, to };
    let start = from;
    let end = to;
    const base = $from.start();
    $from.parent.forEach((node, offset) => {
      const here = base + offset;
      if (link.isInSet(node.marks) && here <= from && here + node.nodeSize >= from) {
        start = here;
        end = here + node.nodeSize;
      }
    });
    return { from: start, to: end };
  }

  show() {
    const { state } = this.view;
    for (const button of this.buttons) {
      const deed = deeds[button.dataset.deed];
      if (button.dataset.deed === "link") {
        button.setAttribute("aria-pressed", String(Boolean(this.linkHere())));
        button.setAttribute("aria-expanded", String(!this.linkBox.hidden));
      } else if (deed.isOn) button.setAttribute("aria-pressed", String(deed.isOn(state)));
      else button.setAttribute("aria-disabled", String(!deed.can(state)));
    }
  }
}
