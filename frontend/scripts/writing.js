// The page on which a text is written together; loaded there and nowhere else.
import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from "prosemirror-commands";
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { EditorState, Plugin } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { redo, undo, yCursorPlugin, ySyncPlugin, yUndoPlugin } from "y-prosemirror";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { Keeping, forgetOld } from "./writing/keeping.js";
import { Line } from "./writing/line.js";
import { schema } from "./writing/schema.js";
import { Toolbar } from "./writing/toolbar.js";

const { nodes, marks } = schema;

function rules() {
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{2,3})\s$/, nodes.heading, (match) => ({ level: match[1].length })),
      wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
      wrappingInputRule(/^\s*1[.)]\s$/, nodes.ordered_list),
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
    ],
  });
}

function newLine(state, dispatch) {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
}

function keys() {
  return keymap({
    "Mod-z": undo,
    "Mod-y": redo,
    "Mod-Shift-z": redo,
    "Mod-b": toggleMark(marks.strong),
    "Mod-i": toggleMark(marks.em),
    "Mod-Alt-2": setBlockType(nodes.heading, { level: 2 }),
    "Mod-Alt-3": setBlockType(nodes.heading, { level: 3 }),
    "Mod-Alt-0": setBlockType(nodes.paragraph),
    Enter: splitListItem(nodes.list_item),
    "Mod-]": sinkListItem(nodes.list_item),
    "Mod-[": liftListItem(nodes.list_item),
    "Shift-Enter": chainCommands(exitCode, newLine),
  });
}

// Colours come from classes, since a page takes no style from a script; the name stands beside the colour.
function cursor(user) {
  const mark = document.createElement("span");
  mark.className = `ml-cursor ml-tone-${user.tone || 8}`;
  const name = document.createElement("span");
  name.className = "ml-cursor__name";
  name.textContent = user.name || "";
  mark.append("\u2060", name, "\u2060");
  return mark;
}

const chosen = (user) => ({ class: `ml-chosen ml-tone-${user.tone || 8}` });

function showPeople(box, awareness) {
  const people = new Map();
  for (const [client, state] of awareness.getStates()) {
    if (client !== awareness.clientID && state.user?.name) people.set(state.user.name, state.user.tone);
  }
  box.replaceChildren(
    ...[...people].sort().map(([name, tone]) => {
      const entry = document.createElement("li");
      entry.className = `ml-writing__person ml-tone-${tone}`;
      entry.textContent = name;
      return entry;
    }),
  );
  box.hidden = !people.size;
  document.querySelector("[data-writing-alone]").hidden = people.size > 0;
}

function begin(part) {
  const words = JSON.parse(part.querySelector("#writing-words").textContent);
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const text = doc.getXmlFragment("text");
  const status = part.querySelector("[data-writing-status]");
  const people = part.querySelector("[data-writing-people]");
  let toolbar = null;
  const following = new Plugin({ view: () => ({ update: () => toolbar?.show() }) });
  const editable = { now: false };
  const view = new EditorView(part.querySelector("[data-writing-text]"), {
    state: EditorState.create({
      schema,
      plugins: [
        ySyncPlugin(text),
        yCursorPlugin(awareness, { cursorBuilder: cursor, selectionBuilder: chosen }),
        yUndoPlugin(),
        rules(),
        keys(),
        keymap(baseKeymap),
        following,
      ],
    }),
    editable: () => editable.now,
    attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": "writing-label", class: "ml-prose ml-writing__sheet" },
  });
  toolbar = new Toolbar(part.querySelector("[role=toolbar]"), view, part.querySelector("[data-writing-link]"));
  const tell = (state) => {
    status.dataset.state = state;
    status.textContent = words[state];
    // Nobody writes into an empty sheet before the text is there; but what is kept here can be gone on with at once.
    const now = !["opening", "away", "closed", "long", "large", "trouble"].includes(state);
    if (now !== editable.now) {
      editable.now = now;
      view.setProps({});
    }
  };
  tell("opening");
  awareness.on("change", () => showPeople(people, awareness));
  showPeople(people, awareness);
  const url = new URL(part.dataset.line, location.href);
  url.protocol = url.protocol.replace("http", "ws");
  const keeping = new Keeping(part.dataset.name);
  const line = new Line({ url, doc, awareness, keeping, tell });
  line.show();
  addEventListener("beforeunload", (event) => !line.isSaved && line.unkept.length && line.isKept === false && event.preventDefault());
}

forgetOld();
for (const part of document.querySelectorAll("[data-writing]")) {
  part.hidden = false;
  document.querySelector("[data-writing-without]").hidden = true;
  begin(part);
}
