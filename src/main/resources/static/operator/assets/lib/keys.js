// Keyboard shortcuts. A view lends its own while it is shown; the sheet behind `?` lists all that are live.
//
//   connectedCallback() { super.connectedCallback(); this.#keys = keys.lend('Users', [['/', 'Search', () => …]]); }
//   disconnectedCallback() { this.#keys(); super.disconnectedCallback(); }
//
// Two keys one after the other are written with a blank: 'g u'. Nothing fires while somebody types or a dialog is open.

const sets = [];
let first = null;
let timer = 0;

function typing(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
    && !['checkbox', 'radio', 'range', 'button'].includes(target.type);
}

export const keys = {
  /** @returns a function that takes the shortcuts back */
  lend(title, shortcuts) {
    const set = { title, shortcuts };
    sets.push(set);
    return () => {
      const at = sets.indexOf(set);
      if (at >= 0) sets.splice(at, 1);
    };
  },
  get all() {
    return sets;
  },
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const target = event.composedPath()[0];
  if (typing(target) || document.querySelector('dialog[open]')) return;
  const pressed = first ? `${first} ${event.key}` : event.key;
  const live = sets.flatMap((set) => set.shortcuts).reverse();
  const found = live.find(([key]) => key === pressed) ?? live.find(([key]) => key === event.key);
  first = null;
  clearTimeout(timer);
  if (found) {
    // Arrows, Enter and the like belong to whatever control has the focus.
    if (event.key.length > 1 && target instanceof HTMLElement && target.closest('button, a, [role=slider], input, [role=tab]')) return;
    event.preventDefault();
    found[2](event);
  } else if (live.some(([key]) => key.startsWith(event.key + ' '))) {
    first = event.key;
    timer = setTimeout(() => (first = null), 1200);
  }
});
