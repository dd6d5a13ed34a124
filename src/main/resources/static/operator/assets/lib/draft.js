// The analyst's draft: changed texts of rule files, kept in this tab of the browser until adopted or discarded. Fires 'change'.
// It remembers the tag of the rules it was begun from, so that nobody's adoption in between is written over.

const PLACE = 'rule-draft';

class Draft extends EventTarget {
  files = {};
  madeFrom = null;

  constructor() {
    super();
    try {
      const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
      if (kept) Object.assign(this, { files: kept.files, madeFrom: kept.madeFrom });
    } catch { /* storage is off, or what is in it is none of ours: there is no draft */ }
  }

  get paths() {
    return Object.keys(this.files);
  }

  get isEmpty() {
    return this.paths.length === 0;
  }

  /** What a request about the draft sends. */
  get body() {
    return { files: this.files };
  }

  /**
   * @param original the text without the draft; when it is written again, the file is no longer part of the draft
   * @param madeFrom tag of the rules that the text belongs to
   */
  write(path, text, original, madeFrom) {
    if (text === this.files[path]) return;
    if (this.isEmpty) this.madeFrom = madeFrom;
    const files = { ...this.files };
    if (text === original) delete files[path]; else files[path] = text;
    this.files = files;
    this.#keep();
  }

  discard(path) {
    const files = { ...this.files };
    if (path) delete files[path];
    this.files = path ? files : {};
    this.#keep();
  }

  /** After the rules were changed by others: the draft is now meant for what is there. */
  rebase(madeFrom) {
    this.madeFrom = madeFrom;
    this.#keep();
  }

  #keep() {
    if (this.isEmpty) this.madeFrom = null;
    try {
      if (this.isEmpty) sessionStorage.removeItem(PLACE);
      else sessionStorage.setItem(PLACE, JSON.stringify({ files: this.files, madeFrom: this.madeFrom }));
    } catch { /* it holds until the page is left */ }
    this.dispatchEvent(new Event('change'));
  }
}

export const draft = new Draft();
