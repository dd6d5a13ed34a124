// A dialog for a file that the rules do not have yet. It begins as the others of its folder do: <ss-new-file>, open(folder).
import { Part, html, nothing } from '../../lib/part.js';
import { url } from '../../lib/api.js';
import { router } from '../../lib/router.js';
import { draft } from '../../lib/draft.js';
import { ruleText } from '../../lib/rule-files.js';
import { icon } from '../../ui/icon.js';
import '../../ui/dialog.js';

const NAME = /^[a-z][a-z0-9_-]*$/;
const RULE = /^rule\b/m;

class NewFile extends Part {
  static properties = { etag: {}, folders: { attribute: false }, paths: { attribute: false }, folder: { state: true }, name: { state: true } };

  open(folder) {
    this.folder = this.folders.includes(folder) ? folder : this.folders[0];
    this.name = '';
    this.querySelector('ss-dialog').open();
  }

  get path() {
    const ending = this.paths.some((it) => it.startsWith(`${this.folder}/`) && it.endsWith('.drl')) || this.folder !== this.folders.at(-1) ? '.drl' : '.yaml';
    return `${this.folder}/${this.name}${ending}`;
  }

  get fault() {
    if (!this.name) return '';
    if (!NAME.test(this.name)) return 'Small letters, digits, - and _, a letter first';
    return this.paths.includes(this.path) ? 'There is such a file' : '';
  }

  async #add(event) {
    event.preventDefault();
    if (!this.name || this.fault) return;
    const { path } = this;
    draft.add(path, await this.#beginning(path), this.etag);
    this.querySelector('ss-dialog').close();
    router.go(url('/operator/rules', { file: path }));
  }

  /** Rules begin with the package and imports of their neighbours, and a rule that says nothing yet. */
  async #beginning(path) {
    if (path.endsWith('.yaml')) return 'cases: []\n';
    const neighbour = this.paths.find((it) => it.startsWith(`${this.folder}/`) && it.endsWith('.drl'));
    const text = neighbour ? draft.files[neighbour] ?? await ruleText(neighbour, this.etag) : '';
    const head = text.slice(0, Math.max(0, text.search(RULE))).split('\n').filter((it) => /^(package|import)\b/.test(it));
    return `${(head.length ? head : [`package ${this.folder}`]).join('\n').replace('\nimport', '\n\nimport')}\n\nrule "${this.name.replaceAll(/[_-]/g, ' ')}"\n    ruleflow-group "${this.folder}"\nwhen\n\nthen\n\nend\n`;
  }

  render() {
    return html`<ss-dialog heading="New file" .content=${() => html`<form id="new-file" class="stack" @submit=${(event) => this.#add(event)}>
        <label class="field"><span>Folder</span><span class="select"><select @change=${(event) => (this.folder = event.target.value)}>${this.folders.map((it) => html`<option ?selected=${it === this.folder}>${it}</option>`)}</select>${icon('down')}</span></label>
        <label class="field"><span>Name</span><input class="input mono" autocomplete="off" spellcheck="false" required .value=${this.name} aria-invalid=${this.fault ? 'true' : 'false'} @input=${(event) => (this.name = event.target.value.trim())}>
          ${this.fault ? html`<span class="field-fault">${icon('warn')} ${this.fault}</span>` : nothing}</label>
        <p class="note" role="status">${this.name ? html`<code>${this.path}</code>` : 'Without an ending'}</p></form>`}
      .actions=${() => html`<button class="button" @click=${() => this.querySelector('ss-dialog').close()}>Cancel</button>
        <button class="button primary" type="submit" form="new-file" ?disabled=${!this.name || !!this.fault}>Add to the draft</button>`}></ss-dialog>`;
  }
}
customElements.define('ss-new-file', NewFile);
