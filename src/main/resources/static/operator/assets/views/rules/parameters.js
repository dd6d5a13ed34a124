// The named numbers of the rules as a form: meaning, source, unit, and where each is used. What is changed goes into the draft.
import { Part, html, nothing, Resource } from '../../lib/part.js';
import { api, url } from '../../lib/api.js';
import { session } from '../../lib/session.js';
import { draft } from '../../lib/draft.js';
import { ruleText } from '../../lib/rule-files.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import { toast } from '../../ui/toast.js';
import '../../ui/table.js';

const FILE = 'parameters.yaml';
const entry = (name) => new RegExp(`^(${name.replace(/[^\w]/g, '\\$&')}:\\s*\\{[^}]*?\\bvalue:\\s*)([^,}\\s]+)`, 'm');
const valueIn = (text, name) => {
  const found = entry(name).exec(text);
  return found ? Number(found[2]) : undefined;
};

class RuleParameters extends Part {
  static properties = { etag: {}, looked: { state: true } };
  #parameters = new Resource(this);
  #changed = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    draft.addEventListener('change', this.#changed);
  }

  disconnectedCallback() {
    draft.removeEventListener('change', this.#changed);
    super.disconnectedCallback();
  }

  willUpdate() {
    this.#parameters.once(this.etag, async (signal) => {
      const items = [];
      for await (const page of api.pages('/rules/parameters', { limit: 200 }, { signal })) items.push(...page.items);
      return { items, text: await ruleText(FILE, this.etag) };
    });
  }

  #set(name, input) {
    const { text } = this.#parameters.data;
    const now = draft.files[FILE] ?? text;
    if (input.value === '' || !Number.isFinite(Number(input.value))) return;
    if (!entry(name).test(now)) {
      toast(`${name} is not written in ${FILE} as this form reads it: change it under Files`, { bad: true });
      return;
    }
    const before = entry(name).exec(text);
    // What equals the original is written as the original has it, so that taking a change back leaves no draft.
    const value = before && Number(before[2]) === Number(input.value) ? before[2] : String(Number(input.value));
    draft.write(FILE, now.replace(entry(name), (_, head) => head + value), text, this.etag);
  }

  render() {
    return this.#parameters.when({
      loading: () => html`<div class="card"><ss-loading lines="12" label="Loading the parameters"></ss-loading></div>`,
      done: ({ items, text }) => {
        const sought = (this.looked ?? '').toLowerCase();
        const shown = items.filter((it) => !sought || [it.name, it.meaning, it.source, ...it.used_by.map((one) => one.name)].some((one) => one?.toLowerCase().includes(sought)));
        return html`<div class="stack"><label class="with-icon"><span class="visually-hidden">Search the parameters</span>${icon('search')}<input class="input" type="search" placeholder="Search name, meaning, source or rule" @input=${(event) => (this.looked = event.target.value)}></label>
          <div class="card flush"><ss-table label="Parameters" .rows=${shown} .key=${(it) => it.name} .columns=${this.#columns(text)}></ss-table>
          <footer class="pager"><span class="note">${format.count(shown.length)} of ${format.several(items.length, 'parameter')}</span></footer></div></div>`;
      },
    });
  }

  #columns(text) {
    const now = draft.files[FILE];
    const valueOf = (it) => (now === undefined ? it.value : valueIn(now, it.name) ?? it.value);
    const moved = (it) => now !== undefined && valueOf(it) !== (valueIn(text, it.name) ?? it.value);
    return [
      { name: 'name', title: 'Parameter', cell: (it) => html`<span class="two-lines parameter"><b class="mono">${it.name}</b><span>${it.meaning}</span><small class="plain">Source: ${it.source}</small></span>` },
      { name: 'value', title: 'Value', cell: (it) => html`<span class="parameter-value"><input class="input" type="number" step="any" aria-label="${it.name}, in ${format.words(it.unit)}" .value=${String(valueOf(it))} ?readonly=${!session.may('analyst')}
        @change=${(event) => this.#set(it.name, event.target)}><small>${format.words(it.unit)}</small>${moved(it) ? html`<button class="link small" title="Back to ${valueIn(text, it.name)}" @click=${() => this.#set(it.name, { value: valueIn(text, it.name) })}>was ${valueIn(text, it.name)}</button>` : nothing}</span>` },
      { name: 'used', title: 'Where used', minor: true, cell: (it) => html`<span class="used">${it.used_by.slice(0, 4).map((one) => html`<a href=${url('/operator/rules', { file: one.file, line: one.line })}>${one.name}</a>`)}${it.used_by.length > 4 ? html`<small>and ${it.used_by.length - 4} more</small>` : nothing}${it.used_by.length ? nothing : html`<span class="faint">nowhere</span>`}</span>` },
      { name: 'sweep', title: '', minor: true, cell: (it) => (session.may('analyst') ? html`<a class="button small" href=${url('/operator/rules', { tab: 'sweep', parameter: it.name })} aria-label="Sweep ${it.name}">Sweep</a>` : nothing) },
    ];
  }
}
customElements.define('ss-rule-parameters', RuleParameters);
