// The form behind a decision that needs words: <ss-decide .terms .decide=${async (decision) => …}>; open(kind, subject)
// shows it. `decide` throws the Problem of a refusal, which is shown where it belongs. What was written is kept, also when the form
// is closed to look at something, and is there again when it is opened for the same.
import { Part, html, nothing } from '../../lib/part.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';

const FORMS = {
  approve: { heading: 'Approve', verb: 'Approve' },
  override: { heading: 'Override the words', verb: 'Override' },
  flag: { heading: 'Flag', verb: 'Flag' },
  reject: { heading: 'Reject', verb: 'Reject' },
  note: { heading: 'Add a note', verb: 'Add the note' },
};
const LONGEST = { title: 120, body: 2000 };

class Decide extends Part {
  static properties = {
    terms: { attribute: false }, decide: { attribute: false },
    kind: { state: true }, about: { state: true }, refusal: { state: true }, busy: { state: true }, length: { state: true },
  };

  #kept = new Map();
  #decided = false;

  /**
   * @param kind approve, override, flag, reject or note
   * @param about { key: what it is about, text: the same for people, title, body: the words to begin with }
   */
  open(kind, about) {
    this.kind = kind;
    this.about = { ...about, ...this.#kept.get(`${kind} ${about.key}`) };
    this.refusal = null;
    this.#decided = false;
    this.length = (this.about.body ?? '').length;
    this.#dialog.open().then(() => this.querySelector('form .first')?.focus());
  }

  #keep() {
    const form = this.querySelector('form');
    if (form && !this.#decided) this.#kept.set(`${this.kind} ${this.about.key}`, Object.fromEntries(new FormData(form)));
  }

  get #dialog() {
    return this.querySelector('ss-dialog');
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy) return;
    const decision = { decision: this.kind };
    for (const [name, value] of new FormData(event.target)) if (value) decision[name] = value;
    this.busy = true;
    this.refusal = null;
    try {
      await this.decide(decision);
      this.#decided = true;
      this.#dialog.close();
      this.#kept.delete(`${this.kind} ${this.about.key}`);
    } catch (problem) {
      this.refusal = problem;
      await this.updateComplete;
      this.querySelector('[aria-invalid=true]')?.focus();
    } finally {
      this.busy = false;
    }
  }

  #wrong(field) {
    return this.refusal && this.refusal.details?.field === field;
  }

  #fault(field) {
    return this.#wrong(field) ? html`<span class="field-fault" id="fault-${field}" role="alert">${icon('warn')} ${
      this.refusal.kind === 'held-back' ? 'Held back by the guardrails: ' : ''}${this.refusal.detail}</span>` : nothing;
  }

  #keys(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.querySelector('form').requestSubmit();
    }
  }

  render() {
    const form = FORMS[this.kind] ?? FORMS.note;
    return html`<ss-dialog heading=${form.heading} ?wide=${this.kind === 'override'} @closed=${() => this.#keep()} .content=${() => this.#form()} .actions=${() => html`
      <span class="note spread"><kbd>Ctrl</kbd><kbd>Enter</kbd></span>
      <button class="button" @click=${() => this.#dialog.close()}>Cancel</button>
      <button class="button primary" type="submit" form="decision" ?disabled=${this.busy}>${form.verb}</button>`}></ss-dialog>`;
  }

  #form() {
    const { kind, about = {}, terms, refusal } = this;
    const elsewhere = refusal && !['title', 'body', 'reason', 'severity', 'note'].includes(refusal.details?.field);
    return html`<form id="decision" class="stack" @submit=${(event) => this.#submit(event)} @keydown=${(event) => this.#keys(event)}>
      <p class="note">${about.text}</p>
      ${elsewhere ? html`<div class="callout warn" role="alert">${icon('warn')}<span><b>${refusal.title}.</b> ${refusal.detail}</span></div>` : nothing}
      ${kind === 'override' ? html`
        <label class="field"><span>Heading</span><input class="input first" name="title" maxlength=${LONGEST.title} .value=${about.title ?? ''} required
          aria-invalid=${this.#wrong('title') ? 'true' : 'false'} aria-describedby="fault-title">${this.#fault('title')}</label>
        <label class="field"><span>Text <small>${format.count(this.length)} of ${format.count(LONGEST.body)}</small></span><textarea name="body" rows="7" maxlength=${LONGEST.body} .value=${about.body ?? ''} required
          @input=${(event) => (this.length = event.target.value.length)} aria-invalid=${this.#wrong('body') ? 'true' : 'false'} aria-describedby="fault-body"></textarea>${this.#fault('body')}</label>
        <p class="note">New words pass the same guardrails as those of the rules.</p>` : nothing}
      ${['flag', 'reject', 'override'].includes(kind) ? html`<label class="field"><span>Reason${kind === 'flag' ? '' : html` <small>optional</small>`}</span>
        <span class="select"><select name="reason" class=${kind === 'override' ? '' : 'first'} ?required=${kind === 'flag'} aria-invalid=${this.#wrong('reason') ? 'true' : 'false'}>
          <option value="">${kind === 'flag' ? 'Choose one' : 'None given'}</option>
          ${Object.entries(terms?.reasons ?? {}).map(([name, title]) => html`<option value=${name} ?selected=${name === about.reason}>${title}</option>`)}
        </select>${icon('down')}</span>${this.#fault('reason')}</label>` : nothing}
      ${kind === 'flag' ? html`<fieldset class="field"><legend>Severity</legend><div class="segmented">
        ${(terms?.severities ?? []).map((it, i) => html`<label><input type="radio" name="severity" value=${it} .checked=${about.severity ? it === about.severity : i === 0} required><span>${format.sentence(it)}</span></label>`)}
        </div>${this.#fault('severity')}</fieldset>` : nothing}
      <label class="field"><span>Note${kind === 'note' ? '' : html` <small>optional</small>`}</span><textarea name="note" rows="3" .value=${about.note ?? ''} class=${['approve', 'note'].includes(kind) ? 'first' : ''}
        ?required=${kind === 'note'} aria-invalid=${this.#wrong('note') ? 'true' : 'false'}></textarea>${this.#fault('note')}</label>
    </form>`;
  }
}
customElements.define('ss-decide', Decide);
