// The part of the queue that has been read so far, and what of it is selected. What is decided stays in it, as it is then.
import { api, url, inDataset } from '../../lib/api.js';
import { OPEN } from './filters.js';

const PAGE = 50;

/** @param asked parameters that say which advice, as the service takes them */
const page = (dataset, asked, more, options) =>
  api.get(url(inDataset(dataset, '/recommendations'), new URLSearchParams([...asked, ...Object.entries(more)])), options);

/** How many pieces of advice there are in all, and by the values of each filter. */
export async function counts(dataset, asked) {
  const { facets, total } = await page(dataset, asked, { limit: 1 });
  return { facets, total };
}

export class ReviewList {
  #host;
  #next = null;
  items = [];
  selected = new Set();
  following = false;

  /** @param host an element that shows the list, told of each change */
  constructor(host) {
    this.#host = host;
  }

  get hasMore() {
    return !!this.#next;
  }

  /** Reads the first page, which takes the place of all that was there. */
  async read(dataset, asked, signal) {
    const first = await page(dataset, asked, { limit: PAGE }, { signal });
    this.items = first.items;
    this.selected = new Set();
    this.#next = first.next;
    return first;
  }

  /** Reads the page after the last one, if there is any. */
  async more(dataset, asked) {
    if (!this.#next || this.following) return;
    this.following = true;
    this.#host.requestUpdate();
    try {
      const following = await page(dataset, asked, { limit: PAGE, cursor: this.#next });
      this.items = [...this.items, ...following.items.filter((it) => !this.has(it.recommendation_id))];
      this.#next = following.next;
    } finally {
      this.following = false;
      this.#host.requestUpdate();
    }
  }

  has(id) {
    return this.#at(id) >= 0;
  }

  /** Which piece stands so many places below another, or as near to there as there is one. */
  beside(id, by) {
    return this.items[Math.max(0, Math.min(this.items.length - 1, this.#at(id) + by))]?.recommendation_id;
  }

  /** Whether so many places below a piece is beyond all that has been read. */
  endsBefore(id, by) {
    return this.#at(id) + by >= this.items.length;
  }

  /** The next that still waits, below a piece and then above it. */
  waitingAfter(id) {
    const at = this.#at(id);
    return [...this.items.slice(at + 1), ...this.items.slice(0, at)].find((it) => it.status === OPEN)?.recommendation_id;
  }

  /** Puts a piece as it is now in its place. */
  put(item) {
    this.items = this.items.map((it) => (it.recommendation_id === item.recommendation_id ? item : it));
    this.#host.requestUpdate();
  }

  /** The selected pieces, in the order of the list. */
  get chosen() {
    return this.items.filter((it) => this.selected.has(it.recommendation_id));
  }

  /** Selects a piece, or no longer. */
  toggle(id) {
    const selected = new Set(this.selected);
    if (!selected.delete(id)) selected.add(id);
    this.select(selected);
  }

  /** Selects all that has been read, or nothing if that is selected already. */
  toggleAll() {
    this.select(this.selected.size === this.items.length ? [] : this.items.map((it) => it.recommendation_id));
  }

  select(ids) {
    this.selected = new Set(ids);
    this.#host.requestUpdate();
  }

  #at(id) {
    return this.items.findIndex((it) => it.recommendation_id === id);
  }
}
