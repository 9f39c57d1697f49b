// A second click on a button sends nothing; after some seconds, or on the way back, it may be sent again.
const PAUSE = 6000;

function release(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll(".ml-busy")) {
    button.classList.remove("ml-busy");
    button.removeAttribute("aria-disabled");
  }
}

export function sendOnce() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    form.dataset.sent = "yes";
    const button = event.submitter;
    if (button) {
      button.classList.add("ml-busy");
      button.setAttribute("aria-disabled", "true");
    }
    setTimeout(() => release(form), PAUSE);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest("form");
    if (form) release(form);
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) release(form);
  });
}
