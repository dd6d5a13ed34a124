// The files of the rules with an editor; what is found wrong with the draft is marked at its line while one writes.
import { Part, html, nothing, Resource, debounced } from '../../lib/part.js';
import { api, url } from '../../lib/api.js';
import { router } from '../../lib/router.js';
import { session } from '../../lib/session.js';
import { draft } from '../../lib/draft.js';
import { ruleText } from '../../lib/rule-files.js';
import { trials, faultsOf } from '../../lib/trials.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import '../../ui/editor.js';

class RuleFiles extends Part {
  static properties = { etag: {}, file: {}, line: { type: Number }, original: { state: true } };
  #files = new Resource(this);
  #text = new Resource(this);
  #check = new Resource(this);
  #later = debounced(() => this.#checkNow(), 500);
  #changed = () => {
    this.requestUpdate();
    if (session.may('analyst')) this.#later();
  };

  connectedCallback() {
    super.connectedCallback();
    draft.addEventListener('change', this.#changed);
    this.#files.load((signal) => api.get('/rules/files?limit=200', { signal }));
    if (session.may('analyst')) this.#checkNow();
  }

  disconnectedCallback() {
    draft.removeEventListener('change', this.#changed);
    this.#later.cancel();
    super.disconnectedCallback();
  }

  #checkNow() {
    return this.#check.load((signal) => trials.check(signal));
  }

  get path() {
    return this.file || this.#files.data?.items.find((it) => it.kind === 'rules')?.path || '';
  }

  willUpdate() {
    const { path, etag } = this;
    if (path) this.#text.once(`${etag} ${path}`, async () => ({ path, text: await ruleText(path, etag) }));
  }

  updated() {
    const at = `${this.path}:${this.line}`;
    const editor = this.querySelector('ss-editor');
    if (this.line > 0 && at !== this.shownAt && editor && this.#text.data?.path === this.path) {
      this.shownAt = at;
      editor.updateComplete.then(() => editor.goTo(this.line));
    }
  }

  render() {
    return this.#files.when({
      loading: () => html`<div class="card"><ss-loading lines="10" label="Loading the files"></ss-loading></div>`,
      done: ({ items }) => html`<div class="workshop"><nav class="card flush tree" aria-label="Files">${this.#tree(items)}</nav>
        <div class="stack">${this.#editor()}${this.#findings()}</div></div>`,
    });
  }

  #tree(items) {
    const folders = new Map();
    for (const it of items) {
      const folder = it.path.includes('/') ? it.path.slice(0, it.path.lastIndexOf('/')) : '';
      folders.set(folder, [...(folders.get(folder) ?? []), it]);
    }
    const faulty = new Map();
    faultsOf(this.#check.data).forEach((it) => faulty.set(it.file, (faulty.get(it.file) ?? 0) + 1));
    return html`${[...folders].map(([folder, files]) => html`<details open><summary>${folder || 'Declarations'} <small>${files.length}</small></summary><ul>${files.map((it) => html`<li>
      <a href=${router.with({ file: it.path, line: null })} aria-current=${it.path === this.path ? 'true' : nothing}><span>${it.path.slice(folder ? folder.length + 1 : 0)}</span>
        ${draft.files[it.path] !== undefined ? html`<span class="pill accent">draft</span>` : nothing}${faulty.has(it.path) ? html`<span class="pill bad">${faulty.get(it.path)}</span>` : nothing}</a></li>`)}</ul></details>`)}`;
  }

  #editor() {
    const shown = this.#text.data;
    if (!shown || shown.path !== this.path) return this.#text.when({ loading: () => html`<div class="card"><ss-loading lines="14"></ss-loading></div>`, done: () => html`<div class="card"><ss-loading lines="14"></ss-loading></div>` });
    const { path, text } = shown;
    const drafted = draft.files[path];
    return html`<section class="card flush rule-text" aria-label="Editor"><div class="card-head"><h2 class="mono">${path}</h2><span class="actions">
        ${drafted !== undefined ? html`<span class="pill accent">draft</span><button class="button small" @click=${() => draft.discard(path)}>Take back</button>` : nothing}
        ${session.may('analyst') ? nothing : html`<small>To read; analysts can change it</small>`}</span></div>
      <ss-editor .language=${path.endsWith('.drl') ? 'drl' : 'yaml'} label="Text of ${path}" .text=${drafted ?? text} ?fixed=${!session.may('analyst')}
        .faults=${faultsOf(this.#check.data).filter((it) => it.file === path && it.line > 0)} @edit=${(event) => draft.write(path, event.detail, text, this.etag)}></ss-editor></section>`;
  }

  #findings() {
    if (!session.may('analyst')) return nothing;
    const { problem, busy, data } = this.#check;
    if (problem) return html`<div class="callout warn" role="status">${icon('warn')}<span><b>${problem.title}.</b> ${problem.detail}</span></div>`;
    const faults = faultsOf(data);
    return html`<section class="card" aria-label="Findings"><div class="card-head"><h2>Findings</h2><p role="status">${busy ? 'Checking…' : data ? (faults.length ? format.several(faults.length, 'finding') : 'Nothing found wrong') : ''}</p></div>
      ${faults.length ? html`<ul class="lines small">${faults.map((it) => html`<li><span class="two-lines"><span><span class="pill ${it.severity === 'warning' ? 'warn' : 'bad'}">${it.severity}</span>
        <a href=${url('/operator/rules', { file: it.file, line: it.line || null })}><code>${it.file}${it.line ? `:${it.line}` : ''}</code></a> ${it.rule ? html`<b>${it.rule}</b>` : nothing}</span>
        <span>${it.message}</span>${it.remedy ? html`<span class="faint">→ ${it.remedy}</span>` : nothing}</span></li>`)}</ul>` : nothing}</section>`;
  }
}
customElements.define('ss-rule-files', RuleFiles);
