// The analyst's draft: rule files changed, added and removed, kept in this tab of the browser until adopted or discarded, also
// over a reload. Fires 'change'. It remembers the tag of the rules it was begun from, so that nobody's adoption in between is
// written over.

const PLACE = 'rule-draft';

class Draft extends EventTarget {
  /** Texts by path, of changed and of added files. */
  files = {};
  added = [];
  removed = [];
  madeFrom = null;
  /** Another number after every change. */
  stamp = 0;

  constructor() {
    super();
    try {
      const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
      if (kept) this.#take(kept);
    } catch { /* storage is off, or what is in it is none of ours: there is no draft */ }
  }

  get paths() {
    return [...Object.keys(this.files), ...this.removed].sort();
  }

  get isEmpty() {
    return this.paths.length === 0;
  }

  /** What a request about the draft sends. */
  get body() {
    return { files: this.files, removed: this.removed };
  }

  /** 'added', 'changed', 'removed', or nothing. */
  stateOf(path) {
    if (this.removed.includes(path)) return 'removed';
    if (this.added.includes(path)) return 'added';
    return path in this.files ? 'changed' : undefined;
  }

  /**
   * @param original the text without the draft; when it is written again, the file is no longer part of the draft
   * @param madeFrom tag of the rules that the text belongs to
   */
  write(path, text, original, madeFrom) {
    if (text === this.files[path]) return;
    this.#begin(madeFrom);
    const files = { ...this.files };
    if (text === original && !this.added.includes(path)) delete files[path]; else files[path] = text;
    this.#become({ files });
  }

  /** A file that the rules do not have. */
  add(path, text, madeFrom) {
    this.#begin(madeFrom);
    this.#become({ files: { ...this.files, [path]: text }, added: [...this.added, path] });
  }

  /** Takes a file of the rules away, whatever was changed in it. */
  remove(path, madeFrom) {
    if (this.added.includes(path)) return this.takeBack(path);
    this.#begin(madeFrom);
    const { [path]: gone, ...files } = this.files;
    this.#become({ files, removed: [...this.removed, path] });
  }

  /** Leaves a file as the rules have it. */
  takeBack(path) {
    const { [path]: gone, ...files } = this.files;
    this.#become({ files, added: this.added.filter((it) => it !== path), removed: this.removed.filter((it) => it !== path) });
  }

  /** @returns a function that takes the draft up again */
  discard() {
    const { files, added, removed, madeFrom } = this;
    this.#become({ files: {}, added: [], removed: [] });
    return () => this.#become({ files, added, removed, madeFrom });
  }

  /** After the rules were changed by others: the draft is now meant for what is there. */
  rebase(madeFrom) {
    this.#become({ madeFrom });
  }

  #begin(madeFrom) {
    if (this.isEmpty) this.madeFrom = madeFrom;
  }

  #take({ files = this.files, added = this.added, removed = this.removed, madeFrom = this.madeFrom }) {
    Object.assign(this, { files, added, removed, madeFrom });
    if (this.isEmpty) this.madeFrom = null;
  }

  #become(changes) {
    this.#take(changes);
    this.stamp++;
    const { files, added, removed, madeFrom } = this;
    try {
      if (this.isEmpty) sessionStorage.removeItem(PLACE);
      else sessionStorage.setItem(PLACE, JSON.stringify({ files, added, removed, madeFrom }));
    } catch { /* it holds until the page is left */ }
    this.dispatchEvent(new Event('change'));
  }
}

export const draft = new Draft();
