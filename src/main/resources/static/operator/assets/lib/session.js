// Who is signed in, which datasets there are, and the words of each: loaded once, shared by all views.
// Fires 'change'. Personas, signals and so on are only ever known from here, never by name.

import { api, inDataset } from './api.js';

const ROLES = ['viewer', 'operator', 'analyst', 'admin'];
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

  /** Whether the role of who is signed in is at least this one. Only hides; the service decides. */
  may(role) {
    const mine = [this.me?.roles ?? this.me?.role ?? []].flat().map((it) => it.toLowerCase().replace(/^role_/, ''));
    return mine.some((it) => ROLES.indexOf(it) >= ROLES.indexOf(role));
  }

  get role() {
    const mine = [this.me?.roles ?? this.me?.role ?? []].flat().map((it) => it.toLowerCase().replace(/^role_/, ''));
    return ROLES.filter((it) => mine.includes(it)).at(-1) ?? 'viewer';
  }

  /** The dataset to show when the address names none. */
  get usualDataset() {
    const names = (this.datasets ?? []).map((it) => it.name);
    let chosen = null;
    try {
      chosen = localStorage.getItem(CHOSEN);
    } catch { /* storage is off */ }
    return names.includes(chosen) ? chosen : (this.datasets ?? []).find((it) => it.default)?.name ?? names[0] ?? null;
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
