// The review queue: a list by urgency beside what is read of it, decided with keys or by hand, one by one or many at once.
// What is decided stays in the list, marked, until the list is loaded anew, so that it can be looked at and undone.
import { Part, html, nothing, Resource } from '../lib/part.js';
import { api, inDataset, segment } from '../lib/api.js';
import { router } from '../lib/router.js';
import { session } from '../lib/session.js';
import { keys } from '../lib/keys.js';
import { vocabulary } from '../lib/vocabulary.js';
import { reviewTerms } from '../lib/terms.js';
import * as format from '../lib/format.js';
import { icon } from '../ui/icon.js';
import { toast } from '../ui/toast.js';
import { asked, toggled, cleared, chips, statusRow, facets } from './review/filters.js';
import { ReviewList, counts } from './review/list.js';
import '../ui/chips.js';
import './review/queue.js';
import './review/decide.js';
import './review/reading.js';

const SORTS = [['priority', 'Most urgent first'], ['age', 'Longest waiting first'], ['confidence', 'Most doubtful first'], ['user', 'By user']];
const PAST = { approve: 'Approved', override: 'Overridden', flag: 'Flagged', reject: 'Rejected', note: 'Noted' };

class Review extends Part {
  static properties = { route: { attribute: false }, collision: { state: true } };
  #list = new ReviewList(this);
  #queue = new Resource(this);
  #advice = new Resource(this);
  #words = new Resource(this);
  #terms = new Resource(this);
  #done = [];
  #busy = false;
  /** What is shown next, until the address says so: keys may follow faster. */
  #ahead = null;
  #giveBack = null;

  connectedCallback() {
    super.connectedCallback();
    const deciding = [
      ['x', 'Select, for several at once', () => this.#list.toggle(this.current)],
      ['X', 'Select all shown, or none', () => this.#list.toggleAll()],
      ['a', 'Approve', () => this.#now('approve')],
      ['o', 'Override the words', () => this.#ask('override')],
      ['f', 'Flag', () => this.#ask('flag')],
      ['r', 'Reject', () => this.#ask('reject')],
      ['n', 'Add a note', () => this.#ask('note')],
      ['p', 'Override the persona', () => this.querySelector('ss-reading')?.persona()],
      ['u', 'Undo the last decision', () => this.#undoLast()],
    ];
    this.#giveBack = keys.lend('Review queue', [
      ['j', 'Next', () => this.#move(1)],
      ['k', 'Before', () => this.#move(-1)],
      ['ArrowDown', 'Next', () => this.#move(1)],
      ['ArrowUp', 'Before', () => this.#move(-1)],
      ...(session.may('operator') ? deciding : []),
      ['/', 'Filters', () => this.querySelector('#filters').open()],
      ['Enter', 'Open the user', () => this.querySelector('.reading .to-user')?.click()],
    ]);
  }

  disconnectedCallback() {
    this.#giveBack?.();
    super.disconnectedCallback();
  }

  get dataset() {
    return this.route.params.dataset;
  }

  get query() {
    return this.route.query;
  }

  get asked() {
    return asked(this.query);
  }

  get current() {
    const wanted = this.#ahead ?? this.query.get('item');
    return this.#list.has(wanted) ? wanted : this.#list.items[0]?.recommendation_id ?? wanted;
  }

  willUpdate(changed) {
    if (!changed.has('route')) {
      this.#read();
      return;
    }
    const { dataset, asked } = this;
    this.#ahead = null;
    this.#words.once(dataset, () => vocabulary(dataset));
    this.#terms.once('terms', () => reviewTerms());
    this.#queue.once(`${dataset}?${asked}`, (signal) => this.#list.read(dataset, asked, signal));
    this.#read();
  }

  #read() {
    const { current, dataset } = this;
    if (current) this.#advice.once(`${dataset}/${current}`, (signal) => this.#look(current, signal));
  }

  async #look(id, signal) {
    const { data, etag } = await api.read(inDataset(this.dataset, `/recommendations/${segment(id)}`), { signal });
    return { ...data, etag };
  }

  #show(id, { focus = false } = {}) {
    this.collision = null;
    this.#ahead = id;
    router.query({ item: id }, { replace: true });
    this.updateComplete.then(() => {
      const row = this.querySelector(`[data-id="${CSS.escape(id)}"]`);
      row?.scrollIntoView({ block: 'nearest' });
      if (focus) row?.querySelector('button').focus({ preventScroll: true });
    });
  }

  async #move(by) {
    if (this.#list.endsBefore(this.current, by)) await this.#more();
    this.#showIn(this.#list.beside(this.current, by));
  }

  async #more() {
    try {
      await this.#list.more(this.dataset, this.asked);
    } catch (problem) {
      toast.problem(problem);
    }
  }

  /** Shows a piece of the list, if there is one; the focus goes along where it was in the list. */
  #showIn(id) {
    if (id) this.#show(id, { focus: this.querySelector('.queue')?.contains(document.activeElement) });
  }

  #ask(kind) {
    const { data } = this.#advice;
    if (this.#list.selected.size === 0 && data?.recommendation_id !== this.current) return;
    const many = this.#list.selected.size;
    if (many > 0 && kind === 'override') {
      toast('New words are written for one at a time: take the selection away first', { bad: true });
      return;
    }
    const words = data?.overriding ?? data?.given ?? {};
    this.querySelector('ss-decide').open(kind, many
      ? { key: [...this.#list.selected].sort().join(), text: `For ${format.several(many, 'selected piece', 'selected pieces')} of advice.` }
      : { key: this.current, text: words.title ? `“${words.title}” for ${data.item?.user_id ?? ''}` : this.current, title: words.title, body: words.body });
  }

  /** Approving needs no words, all else does. */
  #begin(kind) {
    return kind === 'approve' ? this.#now(kind) : this.#ask(kind);
  }

  async #now(kind) {
    try {
      await this.#decide({ decision: kind });
    } catch (problem) {
      if (!problem.collision) toast.problem(problem);
    }
  }

  #decide = async (decision) => {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await (this.#list.selected.size ? this.#decideAll(decision) : this.#decideOne(decision));
      this.#recount();
    } finally {
      this.#busy = false;
    }
  };

  async #decideOne(decision) {
    const { data } = this.#advice;
    if (!data || data.recommendation_id !== this.current) return;
    const id = data.recommendation_id;
    try {
      const answer = await api.send('POST', inDataset(this.dataset, `/recommendations/${segment(id)}/decisions`), decision, { ifMatch: data.etag });
      this.#take({ ...answer.data, etag: answer.etag });
      const entry = answer.data.history.at(-1);
      this.#remember([entry.sequence], [id], `${PAST[decision.decision]}: ${(answer.data.overriding ?? answer.data.given)?.title ?? id}`);
      this.collision = null;
      if (decision.decision !== 'note') this.#showIn(this.#list.waitingAfter(id));
    } catch (problem) {
      if (problem.status === 412) await this.#collided(data);
      throw problem;
    }
  }

  async #decideAll(decision) {
    const { chosen } = this.#list;
    try {
      const { data } = await api.send('POST', inDataset(this.dataset, '/decisions'),
        { recommendations: chosen.map(({ recommendation_id, version }) => ({ recommendation_id, version })), decision });
      const ids = chosen.map((it) => it.recommendation_id);
      await this.#again(ids);
      this.#list.select([]);
      this.#remember(data.entries.map((it) => it.sequence), ids, `${PAST[decision.decision]}: ${format.several(ids.length, 'piece', 'pieces')} of advice`);
      this.#showIn(this.#list.waitingAfter(ids.at(-1)));
    } catch (problem) {
      if (problem.status === 412) {
        const before = new Map(chosen.map((it) => [it.recommendation_id, it.version]));
        await this.#again([...before.keys()]);
        const others = this.#list.items.filter((it) => before.has(it.recommendation_id) && before.get(it.recommendation_id) !== it.version);
        this.#list.select([...this.#list.selected].filter((id) => !others.some((it) => it.recommendation_id === id)));
        this.collision = { many: others };
      }
      throw problem;
    }
  }

  /** Somebody else decided meanwhile: shows what they did, over the advice as it is now. */
  async #collided(seen) {
    const fresh = await this.#look(seen.recommendation_id);
    const known = new Set(seen.history.map((it) => it.sequence));
    this.#take(fresh);
    this.collision = { entries: fresh.history.filter((it) => !known.has(it.sequence)) };
  }

  #take(advice) {
    if (this.current === advice.recommendation_id) {
      this.#advice.data = advice;
      this.#advice.problem = null;
    }
    if (advice.item) this.#list.put(advice.item);
    this.requestUpdate();
  }

  /** Reads pieces of advice anew, a few at a time. */
  async #again(ids) {
    const left = [...ids];
    const work = async () => {
      for (let id = left.shift(); id; id = left.shift()) this.#take(await this.#look(id));
    };
    await Promise.all([work(), work(), work(), work()]);
  }

  #remember(decisions, ids, text) {
    const done = { decisions, ids };
    this.#done.push(done);
    toast(text, { action: ['Undo', () => this.#undo(done)] });
  }

  #undoLast() {
    const last = this.#done.at(-1);
    if (last) this.#undo(last);
    else toast('Nothing was decided here since the queue was opened');
  }

  async #undo(done) {
    try {
      await api.send('POST', inDataset(this.dataset, '/decisions/undo'), { decisions: done.decisions });
      this.#done = this.#done.filter((it) => it !== done);
      this.#show(done.ids[0]);
      await this.#again(done.ids);
      this.#recount();
      toast(`Undone: ${format.several(done.ids.length, 'decision')}`);
    } catch (problem) {
      this.#done = this.#done.filter((it) => it !== done);
      toast.problem(problem);
    }
  }

  async #recount() {
    try {
      const now = await counts(this.dataset, this.asked);
      if (this.#queue.data) this.#queue.data = { ...this.#queue.data, ...now };
      this.requestUpdate();
    } catch { /* the counts stay as they were */ }
  }

  #change(changes) {
    router.query({ item: null, ...changes });
  }

  #toggle = (field, value, on) => this.#change(toggled(this.query, field, value, on));

  #clear() {
    this.#change(cleared(this.query));
  }

  get #chips() {
    return chips(this.query, this.#words.data, this.#toggle);
  }

  render() {
    const page = this.#queue.data;
    return html`<div class="page review-page">
      <header class="page-head"><div><h1>Review queue</h1><p aria-live="polite">${page ? `${format.several(page.total, 'piece', 'pieces')} of advice` : 'Counting…'}</p></div>
        <div class="actions">
          <label class="inline-field"><span class="visually-hidden">Order</span><span class="select"><select @change=${(event) => this.#change({ sort: event.target.value === 'priority' ? null : event.target.value })}>
            ${SORTS.map(([name, title]) => html`<option value=${name} ?selected=${name === (this.query.get('sort') ?? 'priority')}>${title}</option>`)}</select>${icon('down')}</span></label>
          <button class="button" @click=${() => this.querySelector('#filters').open()}>${icon('filter')} Filters${this.#chips.length ? html` <span class="badge">${this.#chips.length}</span>` : nothing}</button>
        </div></header>
      ${statusRow(this.query, page?.facets.status)}
      <ss-chips .chips=${this.#chips} .clear=${() => this.#clear()}></ss-chips>
      ${this.#queue.when({
        loading: () => html`<div class="desk"><div class="card"><ss-loading lines="10" label="Loading the queue"></ss-loading></div><div class="card"><ss-loading lines="8" label="Loading advice"></ss-loading></div></div>`,
        done: () => this.#desk(),
      })}
      <ss-dialog id="filters" side heading="Filters" .content=${() => facets(this.query, page?.facets ?? {}, this.#words.data, this.#toggle)}></ss-dialog>
      <ss-decide .terms=${this.#terms.data} .decide=${this.#decide}></ss-decide>
    </div>`;
  }

  #desk() {
    if (!this.#list.items.length) {
      const filtered = this.#chips.length > 0;
      return html`<div class="card"><ss-empty icon="check" heading=${filtered ? 'Nothing matches' : 'The queue is clear'}
        text=${filtered ? 'No advice meets all of these filters. Take one away.' : 'No advice of this status is left in this dataset.'}
        .action=${filtered ? html`<button class="button" @click=${() => this.#clear()}>Clear all filters</button>` : nothing}></ss-empty></div>`;
    }
    return html`<div class="desk">
      <ss-queue .items=${this.#list.items} .selected=${this.#list.selected} .current=${this.current} .words=${this.#words.data} .total=${this.#queue.data.total}
        .more=${this.#list.hasMore} .following=${this.#list.following} @show=${(event) => this.#show(event.detail)} @select=${(event) => this.#list.toggle(event.detail)}
        @ask=${(event) => this.#begin(event.detail)} @deselect=${() => this.#list.select([])} @more=${() => this.#more()}></ss-queue>
      <ss-reading .dataset=${this.dataset} .advice=${this.#advice} .stale=${this.#advice.data !== undefined && this.#advice.data.recommendation_id !== this.current && !this.#advice.problem} .words=${this.#words.data} .terms=${this.#terms.data} .collision=${this.collision}
        .undo=${(entry) => this.#undo({ decisions: [entry.sequence], ids: [this.current] })}
        @seen=${() => (this.collision = null)} @ask=${(event) => this.#begin(event.detail)}
        @changed=${() => this.#advice.again()}></ss-reading>
    </div>`;
  }
}
customElements.define('ss-review', Review);
