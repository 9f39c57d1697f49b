// What is the reader's own, such as a vote given. The parts are the same for everybody, so the page marks it by itself.
// A thing that belongs to several people, such as the hands that are up, names the keys of all of them.
export class Own {
  constructor(keys) {
    this.keys = new Set(keys);
  }

  hear(keys) {
    this.keys = new Set(keys);
    this.mark(document);
  }

  take(key) {
    this.keys.add(key);
    this.mark(document);
  }

  drop(key) {
    this.keys.delete(key);
    this.mark(document);
  }

  mark(part) {
    for (const thing of part.querySelectorAll("[data-own]")) {
      const isOwn = thing.dataset.own.split(" ").some((key) => this.keys.has(key));
      for (const shown of thing.querySelectorAll("[data-if-own]")) shown.hidden = !isOwn;
      for (const shown of thing.querySelectorAll("[data-unless-own]")) shown.hidden = isOwn;
    }
  }
}
