// Says the weekday beside the three boxes of a day, so that a slip is seen before it is sent.
function monthOf(typed) {
  if (/^\d+$/.test(typed)) return Number(typed);
  const start = typed.toLowerCase().replace(".", "");
  if (start.length < 3) return 0;
  const name = new Intl.DateTimeFormat(document.documentElement.lang || "en", { month: "long", timeZone: "UTC" });
  return 1 + Array.from({ length: 12 }, (_, month) => name.format(Date.UTC(2024, month, 1)).toLowerCase()).findIndex((word) => word.startsWith(start));
}

function weekdayOf(boxes) {
  const [day, month, year] = [Number(boxes[0].value), monthOf(boxes[1].value.trim()), Number(boxes[2].value)];
  const date = new Date(Date.UTC(year < 100 ? 2000 + year : year, month - 1, day));
  if (!day || !month || !year || date.getUTCDate() !== day || String(boxes[2].value).length % 2) return "";
  return new Intl.DateTimeFormat(document.documentElement.lang || "en", { weekday: "long", timeZone: "UTC" }).format(date);
}

export function weekdays(part) {
  for (const group of part.querySelectorAll("[data-day]")) {
    const boxes = group.querySelectorAll("input");
    const words = group.querySelector("[data-weekday]");
    const say = () => {
      words.textContent = weekdayOf(boxes);
    };
    group.addEventListener("input", say);
    say();
  }
}
