// Clocks that follow the server's time, whatever the clock of the device says.
const SAMPLES = 5;
const offsets = [];

// News is always a little late, so the largest difference is the truest.
export function hearTime(at) {
  offsets.push(at - Date.now());
  if (offsets.length > SAMPLES) offsets.shift();
}

export function serverNow() {
  return Date.now() + (offsets.length ? Math.max(...offsets) : 0);
}

function figures(seconds) {
  const whole = Math.floor(Math.abs(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = String(whole % 60).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

function show(clock) {
  const until = clock.dataset.until ? Date.parse(clock.dataset.until) : NaN;
  const since = clock.dataset.since ? Date.parse(clock.dataset.since) : NaN;
  const left = Number.isNaN(until) ? (serverNow() - since) / 1000 : (until - serverNow()) / 1000;
  if (Number.isNaN(left)) return;
  const isOver = !Number.isNaN(until) && left < 0;
  const isNear = !Number.isNaN(until) && !isOver && left <= Number(clock.dataset.near || 0);
  const words = (isOver ? clock.dataset.over : clock.dataset.left) || "{time}";
  const shown = words.replace("{time}", figures(isOver ? left : Math.max(0, Math.ceil(left - 0.001))));
  if (clock.textContent !== shown) clock.textContent = shown;
  const state = isOver ? "over" : isNear ? "near" : "";
  if ((clock.dataset.state || "") !== state) clock.dataset.state = state;
}

export function showClocks() {
  for (const clock of document.querySelectorAll("[data-clock]")) show(clock);
}

export function keepTime() {
  showClocks();
  const next = () => {
    showClocks();
    setTimeout(next, 1000 - (serverNow() % 1000));
  };
  next();
}
