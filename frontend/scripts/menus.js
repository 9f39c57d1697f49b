// Small menus close when attention goes elsewhere.
export function closeMenus() {
  const close = (event) => {
    for (const menu of document.querySelectorAll(".ml-menu-button[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  };
  document.addEventListener("click", close);
  document.addEventListener("focusin", close);
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest(".ml-menu-button[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
