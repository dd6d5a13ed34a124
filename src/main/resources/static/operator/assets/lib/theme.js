// Light, dark, or as the system says; and the colours of the style sheet as values, for charts.

class Theme extends EventTarget {
  constructor() {
    super();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#changed());
  }

  /** 'light', 'dark' or 'auto'. */
  get chosen() {
    return document.documentElement.dataset.theme ?? 'auto';
  }

  get dark() {
    return this.chosen === 'dark' || (this.chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  }

  choose(theme) {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    try {
      if (theme === 'auto') localStorage.removeItem('theme');
      else localStorage.setItem('theme', theme);
    } catch { /* storage is off: it holds until the page is left */ }
    this.#changed();
  }

  /** The value of a colour of the style sheet now: `color('--ink')`. */
  color(name) {
    const probe = document.createElement('span');
    probe.hidden = true;
    probe.style.color = `var(${name})`;
    document.body.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

export const theme = new Theme();
export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
