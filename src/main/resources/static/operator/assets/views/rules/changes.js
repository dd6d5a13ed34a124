// What the draft changes, file by file and line by line.
import { Part, html, nothing, Resource, watching } from '../../lib/part.js';
import { draft } from '../../lib/draft.js';
import { ruleText } from '../../lib/rule-files.js';
import { unified } from '../../lib/unified.js';
import * as format from '../../lib/format.js';
import '../../ui/diff.js';

const count = (text, sign) => text.split('\n').filter((it) => it.startsWith(sign)).length;

class RuleChangesShown extends Part {
  static properties = { links: { type: Boolean } };
  #texts = new Resource(this);

  constructor() {
    super();
    watching(this, draft);
  }

  willUpdate() {
    this.#texts.once(`${draft.stamp}`, () => Promise.all(draft.paths.map(async (path) => {
      const state = draft.stateOf(path);
      const before = state === 'added' ? '' : await ruleText(path, draft.madeFrom).catch(() => '');
      return { path, state, text: unified(before, draft.files[path] ?? '') };
    })));
  }

  render() {
    return this.#texts.when({ done: (files) => html`<div class="stack">${files.map(({ path, state, text }) => html`<section class="card flush" aria-label=${path}>
      <div class="card-head"><h2 class="mono">${this.links ? html`<a href="/operator/rules?file=${encodeURIComponent(path)}">${path}</a>` : path}</h2>
        <span class="actions">${state === 'changed' ? nothing : html`<span class="pill ${state === 'added' ? 'good' : 'bad'}">${state}</span>`}<small><ins>+${format.count(count(text, '+'))}</ins> <del>−${format.count(count(text, '-'))}</del></small>
        ${this.links ? html`<button type="button" class="button small" @click=${() => draft.takeBack(path)}>Take back</button>` : nothing}</span></div>
      <ss-diff .text=${text} label="Changes of ${path}"></ss-diff></section>`)}</div>` });
  }
}
customElements.define('ss-rule-changes', RuleChangesShown);
