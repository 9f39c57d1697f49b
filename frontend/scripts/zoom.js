// A wide picture is shown whole at first; buttons make it larger and smaller. Without this it is large and scrolls.
const STEP = 1.25;
const MOST = 2;

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "govuk-button govuk-button--secondary ml-zoom__button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

function zoomable(frame) {
  const picture = frame.querySelector("svg");
  const width = Number(picture.getAttribute("width"));
  const height = Number(picture.getAttribute("height"));
  const whole = () => Math.min(1, (frame.clientWidth - 4) / width);
  let scale = 1;
  const show = (wanted) => {
    const middle = (frame.scrollLeft + frame.clientWidth / 2) / (width * scale);
    scale = Math.max(whole(), Math.min(MOST, wanted));
    picture.setAttribute("width", Math.round(width * scale));
    picture.setAttribute("height", Math.round(height * scale));
    frame.scrollLeft = middle * width * scale - frame.clientWidth / 2;
  };
  const tools = document.createElement("div");
  tools.className = "govuk-button-group ml-zoom";
  tools.append(
    button(frame.dataset.larger, () => show(scale * STEP)),
    button(frame.dataset.smaller, () => show(scale / STEP)),
    button(frame.dataset.whole, () => show(0)),
  );
  frame.before(tools);
  // On a narrow screen the whole picture could not be read: there it stays large and scrolls.
  if (whole() > 0.6) show(0);
}

export function zoom(part) {
  for (const frame of part.querySelectorAll("[data-zoom]")) zoomable(frame);
}
