// What people have said about a user, and the ways to say it: another first persona, consent, erasure.
//   <ss-user-standing .dataset .user .words>; `compact` leaves consent and erasure out. Fires 'changed' after each write.
import { Part, html, nothing, Resource } from '../../lib/part.js';
import { api, ofUser } from '../../lib/api.js';
import { session } from '../../lib/session.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import { categoryMark } from '../../ui/marks.js';
import { toast } from '../../ui/toast.js';
import { entryLine } from '../review/entry.js';

class UserStanding extends Part {
  static properties = {
    dataset: {}, user: {}, words: { attribute: false }, terms: { attribute: false }, compact: { type: Boolean },
    refusal: { state: true }, busy: { state: true }, kind: { state: true }, met: { state: true },
  };
  #review = new Resource(this);

  willUpdate() {
    const { dataset, user } = this;
    this.#review.once(`${dataset}/${user}`, (signal) => this.#look(signal));
  }

  async #look(signal) {
    const { data, etag } = await api.read(ofUser(this.dataset, this.user, '/review'), { signal });
    return { ...data, etag };
  }

  override() {
    if (this.#review.data?.consents) this.#open('persona');
  }

  #open(kind) {
    this.kind = kind;
    this.refusal = null;
    this.met = null;
    this.querySelector('ss-dialog').open().then(() => this.querySelector('form .first')?.focus());
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy) return;
    const given = Object.fromEntries(new FormData(event.target));
    const { kind } = this;
    const of = (path) => ofUser(this.dataset, this.user, path);
    this.busy = true;
    this.refusal = null;
    try {
      if (kind === 'persona') await api.send('POST', of('/persona-override'), given, { ifMatch: this.#review.data.etag });
      else if (kind === 'erase') await api.send('POST', of('/erasure'), { reason: given.reason });
      else await api.send('PUT', of('/consent'), { given: kind === 'grant', reason: given.reason });
      this.querySelector('ss-dialog').close();
      toast({ persona: 'Persona overridden', grant: 'Consent granted', revoke: 'Consent revoked: nothing found about this user is shown from now on', erase: 'Erased' }[kind]);
      await this.#changed();
    } catch (problem) {
      this.refusal = problem;
      if (problem.status === 412) {
        const known = new Set(this.#review.data.history.map((it) => it.sequence));
        const fresh = await this.#look();
        this.#review.data = fresh;
        this.met = fresh.history.filter((it) => !known.has(it.sequence));
      }
    } finally {
      this.busy = false;
    }
  }

  async #undo() {
    try {
      await api.send('POST', `/datasets/${encodeURIComponent(this.dataset)}/decisions/undo`, { decisions: [this.#review.data.decision] });
      toast('The persona is as the rules have it');
      await this.#changed();
    } catch (problem) {
      toast.problem(problem);
    }
  }

  async #changed() {
    await this.#review.again();
    this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
  }

  render() {
    const standing = this.#review.data;
    if (!standing) return this.#review.problem && !this.compact ? html`<p class="note">${this.#review.problem.detail}</p>` : nothing;
    const may = session.may('operator');
    return html`<div class="standing">
      ${standing.persona ? html`<span class="with-mark">Said by hand: ${categoryMark(this.words?.persona(standing.persona) ?? standing.persona, this.words?.color(standing.persona))}</span>` : nothing}
      ${standing.erasing ? html`<span class="pill warn">Erasure under way</span>` : nothing}
      ${may && standing.consents ? html`<button class="button small" @click=${() => this.#open('persona')}>Override the persona…</button>` : nothing}
      ${may && standing.decision ? html`<button class="button small" @click=${() => this.#undo()}>Back to the rules</button>` : nothing}
      ${may && !this.compact ? html`<button class="button small" @click=${() => this.#open(standing.consents ? 'revoke' : 'grant')}>${icon('lock')} ${standing.consents ? 'Revoke consent…' : 'Grant consent…'}</button>` : nothing}
      ${session.may('admin') && !this.compact ? html`<button class="button small danger" @click=${() => this.#open('erase')}>Erase…</button>` : nothing}
    </div>
    ${this.#dialog(standing)}`;
  }

  #dialog(standing) {
    const [heading, verb] = {
      persona: ['Override the persona', 'Override'], revoke: ['Revoke consent', 'Revoke consent'],
      grant: ['Grant consent', 'Grant consent'], erase: ['Erase what was found', 'Erase for good'],
    }[this.kind] ?? ['', ''];
    return html`<ss-dialog heading=${heading} .content=${() => this.#form(standing)} .actions=${() => html`
      <button class="button" @click=${() => this.querySelector('ss-dialog').close()}>Cancel</button>
      <button class="button ${this.kind === 'erase' ? 'danger' : 'primary'}" type="submit" form="standing" ?disabled=${this.busy}>${verb}</button>`}></ss-dialog>`;
  }

  #form(standing) {
    const text = {
      persona: `The first persona of ${this.user} becomes the one that you say. It is counted against the rules that gave the other one.`,
      revoke: 'Holds at once: signals, personas and advice of this user are shown nowhere from now on. It can be granted again.',
      grant: 'Findings of this user are shown again, and advice can be reviewed.',
      erase: 'Everything that was found about this user goes from the dataset, which is written anew, and from the details of the audit log. It cannot be undone.',
    }[this.kind];
    return html`<form id="standing" class="stack" @submit=${(event) => this.#submit(event)}>
      <p class="note">${text}</p>
      ${this.refusal ? html`<div class="callout warn" role="alert">${icon('warn')}<div><b>${this.refusal.title}.</b> ${this.refusal.detail}
        ${this.met?.length ? html`<ul>${this.met.map((it) => entryLine(it, this.terms))}</ul>` : nothing}</div></div>` : nothing}
      ${this.kind === 'persona' ? html`
        <label class="field"><span>Persona</span><span class="select"><select class="first" name="persona" required><option value="">Choose one</option>
          ${(this.words?.personas ?? []).filter((it) => it).map((it) => html`<option value=${it} ?disabled=${it === standing.persona}>${this.words.persona(it)}</option>`)}</select>${icon('down')}</span></label>
        <label class="field"><span>Justification</span><textarea name="justification" rows="4" required></textarea></label>`
        : html`<label class="field"><span>Reason</span><textarea class="first" name="reason" rows="3" ?required=${this.kind === 'erase'}></textarea></label>`}
      ${this.kind === 'erase' ? html`<label class="field"><span>Type <b class="mono">${this.user}</b> to confirm</span>
        <input class="input" name="confirmed" required autocomplete="off" pattern=${this.user} title="The identifier of the user: ${this.user}"></label>` : nothing}
      ${this.kind === 'persona' && standing.history.length ? html`<details class="more"><summary>${format.several(standing.history.length, 'entry', 'entries')} about the persona</summary><ul class="entries">${[...standing.history].reverse().map((it) => entryLine(it, this.terms))}</ul></details>` : nothing}
    </form>`;
  }
}
customElements.define('ss-user-standing', UserStanding);
