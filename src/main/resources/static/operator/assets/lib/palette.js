// Colours for personas and other categories: by their place in the dataset's own vocabulary, whatever they are called.

const COLORS = 10;

export class Palette {
  #order = new Map();

  /** @param names in the order of the vocabulary */
  constructor(names = []) {
    names.forEach((name) => this.#order.has(name) || this.#order.set(name, this.#order.size));
  }

  /** The custom property: `--cat-3`; what the vocabulary does not have gets the neutral one. */
  property(name) {
    return this.#order.has(name) ? `--cat-${this.#order.get(name) % COLORS}` : '--cat-none';
  }

  css(name) {
    return `var(${this.property(name)})`;
  }
}
