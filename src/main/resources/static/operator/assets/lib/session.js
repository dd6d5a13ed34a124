// Who is signed in, which datasets there are, and the words of each: loaded once, shared by all views.
// Fires 'change'. Personas, signals and so on are only ever known from here, never by name.

import { api, inDataset } from './api.js';

const CHOSEN = 'dataset';

class Session extends EventTarget {
  me = null;
  datasets = null;
  problem = null;
  #details = new Map();

  async start() {
    try {
      const [me, datasets] = await Promise.all([api.get('/me'), api.get('/datasets?limit=200')]);
      this.me = me;
      this.datasets = datasets.items;
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
    this.#changed();
  }

  async refreshDatasets() {
    this.datasets = (await api.get('/datasets?limit=200')).items;
    this.#details.clear();
    this.#changed();
  }

  /** Whether who is signed in has this role, or one that covers it. Only hides; the service decides. */
  may(role) {
    return this.me?.roles.includes(role) ?? false;
  }

  get role() {
    return this.me?.role ?? '';
  }

  /** The dataset to show when the address names none. */
  get usualDataset() {
    const names = (this.datasets ?? []).filter((it) => !it.fault).map((it) => it.name);
    let chosen = null;
    try {
      chosen = localStorage.getItem(CHOSEN);
    } catch { /* storage is off */ }
    return names.includes(chosen) ? chosen : names[0] ?? null;
  }

  chose(dataset) {
    try {
      localStorage.setItem(CHOSEN, dataset);
    } catch { /* storage is off */ }
  }

  /** What a dataset says of itself, with its vocabulary; one request however many ask. */
  dataset(name) {
    if (!this.#details.has(name)) {
      const details = api.get(inDataset(name));
      details.catch(() => this.#details.delete(name));
      this.#details.set(name, details);
    }
    return this.#details.get(name);
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

export const session = new Session();
