// What was written and is not yet sent is kept on this device, and nothing else: once it is sent it is taken away.
export const PREFIX = "ml-writing:";
const LONGEST = 7 * 24 * 3600 * 1000;

function packed(bytes) {
  let words = "";
  for (let start = 0; start < bytes.length; start += 8192) {
    words += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(words);
}

export class Keeping {
  constructor(name) {
    this.name = `${PREFIX}${name}`;
  }

  // Says whether it could be kept: a store may be full or forbidden.
  put(bytes) {
    try {
      localStorage.setItem(this.name, JSON.stringify({ at: Date.now(), words: packed(bytes) }));
      return true;
    } catch {
      return false;
    }
  }

  take() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.name));
      return kept ? Uint8Array.from(atob(kept.words), (letter) => letter.charCodeAt(0)) : null;
    } catch {
      this.clear();
      return null;
    }
  }

  clear() {
    try {
      localStorage.removeItem(this.name);
    } catch {
      // Nothing was kept then.
    }
  }
}

// What nobody came back for within a week is forgotten.
export function forgetOld() {
  try {
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(PREFIX)) continue;
      const { at } = JSON.parse(localStorage.getItem(name)) || {};
      if (!(Date.now() - at < LONGEST)) localStorage.removeItem(name);
    }
  } catch {
    // A store that cannot be read keeps nothing either.
  }
}
