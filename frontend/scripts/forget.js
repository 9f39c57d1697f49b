// Whoever signs out leaves nothing of theirs on the device.
const PREFIXES = ["ml-writing:"];

export function forgetOnSignOut() {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-signs-out]")) return;
    try {
      for (const name of Object.keys(localStorage)) {
        if (PREFIXES.some((prefix) => name.startsWith(prefix))) localStorage.removeItem(name);
      }
    } catch {
      // Where nothing can be read, nothing was kept.
    }
  });
}
