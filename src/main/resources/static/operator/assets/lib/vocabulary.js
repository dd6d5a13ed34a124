// The words of one dataset: its personas, signals and advice with their titles, in the order of its own vocabulary, and the
// palette that follows from it. `await vocabulary(dataset)`; it comes with the counts that every list of users brings.
import { api, inDataset } from './api.js';
import { Palette } from './palette.js';
import { words } from './format.js';

const known = new Map();

export class Vocabulary {
  #titles = new Map();

  constructor(facets) {
    for (const { field, values } of facets) {
      this.#titles.set(field, new Map(values.map((it) => [it.name, it.title])));
    }
    this.personas = [...(this.#titles.get('persona') ?? new Map()).keys()];
    this.palette = new Palette(this.personas);
  }

  title(field, name) {
    return this.#titles.get(field)?.get(name) ?? words(name);
  }

  persona = (name) => (name ? this.title('persona', name) : 'None');
  profile = (name) => this.#titles.get('profile')?.get(name) ?? this.persona(name);
  signal = (name) => this.title('signal', name);
  advice = (name) => this.title('recommendation', name);
  color = (name) => this.palette.css(name);
}

export function vocabulary(dataset) {
  if (!known.has(dataset)) {
    const words = api.get(inDataset(dataset, '/users?limit=1')).then((page) => new Vocabulary(page.facets));
    words.catch(() => known.delete(dataset));
    known.set(dataset, words);
  }
  return known.get(dataset);
}
