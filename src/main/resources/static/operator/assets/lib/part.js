// What all elements of the dashboard share. They render into the page itself (no shadow root), so that one style sheet,
// labels and the reading order hold for everything.

import { LitElement, html, nothing } from 'lit';
import { directive, Directive } from 'lit/directive.js';
import { noChange } from 'lit';
import { aborted } from './problem.js';

export { html, nothing };

export class Part extends LitElement {
  createRenderRoot() {
    return this;
  }
}

/**
 * Sets custom properties (or others) on an element: `<i ${vars({ '--share': 0.4 })}>`. Unlike an attribute it is allowed
 * by a content security policy without inline styles.
 */
export const vars = directive(class extends Directive {
  #before = [];
  render() {
    return noChange;
  }
  update(part, [properties]) {
    const style = part.element.style;
    for (const name of this.#before) if (!(name in properties)) style.removeProperty(name);
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
    this.#before = Object.keys(properties);
    return noChange;
  }
});

/** Renders an element again whenever one of these event targets says that it changed. */
export function watching(host, ...targets) {
  const again = () => host.requestUpdate();
  host.addController({
    hostConnected: () => targets.forEach((it) => it.addEventListener('change', again)),
    hostDisconnected: () => targets.forEach((it) => it.removeEventListener('change', again)),
  });
}

/**
 * Something that is loaded, with its states. A new load aborts the one before; what was there stays visible meanwhile.
 *
 *   #users = new Resource(this);
 *   this.#users.load((signal) => api.get(path, { signal }));
 *   this.#users.when({ loading: () => html`…`, done: (data) => html`…` })   a problem is shown by itself
 */
export class Resource {
  #host;
  #abort = null;
  #loader = null;
  #key = undefined;
  data = undefined;
  problem = null;
  busy = false;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.#abort?.abort();
    this.#key = undefined;
  }

  /** Loads unless the key is the one already loaded. */
  once(key, loader) {
    if (key === this.#key) return;
    this.#key = key;
    this.load(loader);
  }

  async load(loader, { fresh = false } = {}) {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.#loader = loader;
    this.busy = true;
    if (fresh) this.data = undefined;
    this.#host.requestUpdate();
    try {
      const data = await loader(abort.signal);
      if (abort.signal.aborted) return;
      this.data = data;
      this.problem = null;
    } catch (error) {
      if (aborted(error) || abort.signal.aborted) return;
      if (error.status === undefined) console.error(error);
      this.problem = error;
    } finally {
      if (this.#abort === abort) {
        this.busy = false;
        this.#host.requestUpdate();
      }
    }
  }

  again() {
    return this.#loader && this.load(this.#loader);
  }

  when({ loading, done, failed }) {
    if (this.problem) {
      return failed
        ? failed(this.problem)
        : html`<ss-problem .problem=${this.problem} .again=${() => this.again()}></ss-problem>`;
    }
    if (this.data === undefined) return loading ? loading() : html`<ss-loading></ss-loading>`;
    return done(this.data);
  }
}

/** Waits until nothing more comes for a while. */
export function debounced(action, milliseconds = 200) {
  let timer = 0;
  const later = (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...given), milliseconds);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}
