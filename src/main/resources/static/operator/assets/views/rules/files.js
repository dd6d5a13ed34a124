// The files of the rules with an editor; what is found wrong with the draft is marked at its line while one writes. Files can be
// added and removed.
import { Part, html, nothing, Resource, debounced, watching } from '../../lib/part.js';
import { api } from '../../lib/api.js';
import { router } from '../../lib/router.js';
import { session } from '../../lib/session.js';
import { draft } from '../../lib/draft.js';
import { ruleText } from '../../lib/rule-files.js';
import { trials, attempts, faultsOf } from '../../lib/trials.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import { findings } from './findings.js';
import '../../ui/editor.js';
import './new-file.js';

const TESTS = 'tests';
const { check } = attempts;
const folderOf = (path) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');
const href = (path) => router.with({ file: path, line: null });

class RuleFiles extends Part {
  static properties = { etag: {}, phases: { attribute: false }, file: {}, line: { type: Number }, may: { type: Boolean } };
  #files = new Resource(this);
  #text = new Resource(this);
  #shownAt = '';
  #checkSoon = debounced(() => this.#checkNow(), 400);

  constructor() {
    super();
    watching(this, draft, check);
  }

  disconnectedCallback() {
    this.#checkSoon.cancel();
    super.disconnectedCallback();
  }

  #checkNow() {
    check.start(`${this.etag} ${draft.stamp}`, (signal) => trials.check(signal));
  }

  get path() {
    return this.file || this.#paths()[0]?.files[0] || '';
  }

  willUpdate() {
    const { etag } = this;
    this.#files.once(etag, (signal) => api.get('/rules/files?limit=500', { signal }));
    if (!this.#files.data) return;
    const { path } = this;
    const written = draft.stateOf(path) === 'added';
    if (path) this.#text.once(`${etag} ${path} ${written}`, async () => ({ path, text: written ? '' : await ruleText(path, etag) }));
    // One at a time: to end a check at the service costs more than to wait for it.
    if (this.may && !check.busy && check.about !== `${etag} ${draft.stamp}`) this.#checkSoon();
  }

  updated() {
    const at = `${this.path}:${this.line}`;
    const editor = this.querySelector('ss-editor');
    if (this.line > 0 && at !== this.#shownAt && editor && this.#text.data?.path === this.path) {
      this.#shownAt = at;
      editor.updateComplete.then(() => editor.goTo(this.line));
    }
  }

  /** Folders with their files: declarations, then the phases as they follow each other, then the rest. */
  #paths() {
    const all = [...new Set([...(this.#files.data?.items ?? []).map((it) => it.path), ...draft.added])].sort();
    const folders = new Map();
    for (const path of all) folders.set(folderOf(path), [...(folders.get(folderOf(path)) ?? []), path]);
    const place = (folder) => {
      const phase = this.phases.indexOf(folder);
      return folder === '' ? -1 : phase >= 0 ? phase : this.phases.length + (folder === TESTS ? 0 : 1);
    };
    return [...folders].map(([folder, files]) => ({ folder, files })).sort((a, b) => place(a.folder) - place(b.folder));
  }

  render() {
    return this.#files.when({
      loading: () => html`<div class="card"><ss-loading lines="10" label="Loading the files"></ss-loading></div>`,
      done: () => html`<div class="workshop">${this.#tree()}<div class="stack">${this.#editor()}${this.#findings()}</div></div>
        <ss-new-file .etag=${this.etag} .folders=${[...this.phases, TESTS]} .paths=${this.#paths().flatMap((it) => it.files)}></ss-new-file>`,
    });
  }

  #tree() {
    const faulty = new Map();
    faultsOf(check.data).forEach((it) => {
      const { many, severe } = faulty.get(it.file) ?? { many: 0, severe: false };
      faulty.set(it.file, { many: many + 1, severe: severe || it.severity !== 'warning' });
    });
    return html`<nav class="card flush tree" aria-label="Files">
      ${this.may ? html`<div class="tree-head"><button class="button small" @click=${() => this.querySelector('ss-new-file').open(folderOf(this.path))}>New file…</button></div>` : nothing}
      ${this.#paths().map(({ folder, files }) => html`<details open><summary>${folder || 'Declarations'} <small>${files.length}</small></summary><ul>${files.map((path) => {
        const state = draft.stateOf(path);
        const faults = faulty.get(path);
        return html`<li><a href=${href(path)} aria-current=${path === this.path ? 'true' : nothing} class=${state ?? ''}><span>${path.slice(folder ? folder.length + 1 : 0)}</span>
          ${faults ? html`<span class="pill ${faults.severe ? 'bad' : 'warn'}">${faults.many}<span class="visually-hidden"> ${faults.many === 1 ? 'finding' : 'findings'}</span></span>` : nothing}
          ${state ? html`<span class="pill accent">${state}</span>` : nothing}</a></li>`;
      })}</ul></details>`)}</nav>
      <label class="field tree-choice"><span>File</span><span class="select"><select @change=${(event) => router.go(href(event.target.value))}>
        ${this.#paths().map(({ folder, files }) => html`<optgroup label=${folder || 'Declarations'}>${files.map((path) => html`<option value=${path} ?selected=${path === this.path}>${path}${draft.stateOf(path) ? ` (${draft.stateOf(path)})` : ''}</option>`)}</optgroup>`)}</select>${icon('down')}</span>
        ${this.may ? html`<button class="link" @click=${() => this.querySelector('ss-new-file').open(folderOf(this.path))}>New file…</button>` : nothing}</label>`;
  }

  #editor() {
    const shown = this.#text.data;
    if (this.#text.problem || !shown || shown.path !== this.path) {
      const waiting = () => html`<div class="card"><ss-loading lines="14" label="Loading the file"></ss-loading></div>`;
      return html`<div class="card">${this.#text.when({ loading: waiting, done: waiting })}</div>`;
    }
    const { path, text } = shown;
    const state = draft.stateOf(path);
    return html`<section class="card flush rule-text" aria-label="Editor"><div class="card-head"><h2 class="mono">${path}</h2><span class="actions">
        ${state ? html`<span class="pill accent">${state}</span>` : nothing}
        ${session.may('analyst') ? nothing : html`<small>To read; analysts can change it</small>`}
        ${state && state !== 'added' ? html`<button class="button small" @click=${() => draft.takeBack(path)}>${state === 'removed' ? 'Put it back' : 'Take back'}</button>` : nothing}
        ${this.may && state !== 'removed' ? html`<button class="button small" @click=${() => this.#remove(path)}>Remove</button>` : nothing}</span></div>
      <ss-editor .language=${path.endsWith('.drl') ? 'drl' : 'yaml'} label="Text of ${path}" .text=${draft.files[path] ?? text} ?fixed=${!this.may || state === 'removed'}
        .faults=${faultsOf(check.data).filter((it) => it.file === path && it.line > 0)} @edit=${(event) => draft.write(path, event.detail, text, this.etag)}></ss-editor></section>`;
  }

  #remove(path) {
    if (draft.stateOf(path) === 'added') router.go(href(null), { replace: true });
    draft.remove(path, this.etag);
  }

  #findings() {
    if (!this.may) return nothing;
    const { problem, busy, data } = check;
    if (problem) return html`<div class="card"><ss-problem .problem=${problem} .again=${() => this.#checkNow()}></ss-problem></div>`;
    const faults = faultsOf(data);
    const checking = busy || check.about !== `${this.etag} ${draft.stamp}`;
    const verdict = !data ? '' : faults.length ? format.several(faults.length, 'finding') : html`${icon('check')} Nothing found wrong`;
    return html`<section class="card" aria-label="Findings"><div class="card-head"><h2>Findings</h2><p class="verdict-line" role="status">${checking ? 'Checking…' : verdict}</p></div>
      ${faults.length ? findings(faults, (it) => it.file === this.path && this.querySelector('ss-editor')?.goTo(it.line)) : nothing}</section>`;
  }
}
customElements.define('ss-rule-files', RuleFiles);
