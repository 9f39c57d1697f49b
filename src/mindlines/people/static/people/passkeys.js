// A passkey needs a browser that knows how; whoever has none never sees the button.
const show = (selector, visible) => document.querySelectorAll(selector).forEach((part) => { part.hidden = !visible; });

if (window.PublicKeyCredential) {
  show("[data-passkey]", true);
  show("[data-passkey-not-here]", false);
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  show("[data-passkey-trouble]", true);
});
