// A user's transactions, the latest first, by pages. With a signal (`{ type, window_days }`) those it was measured from: alone,
// or marked among all (`among`).
import { Part, html, nothing, Resource } from '../../lib/part.js';
import { api, url, ofUser } from '../../lib/api.js';
import * as format from '../../lib/format.js';
import '../../ui/table.js';

const PAGE = 100;
const LARGEST_PAGE = 500;

class Transactions extends Part {
  static properties = {
    dataset: {}, user: {}, asOf: {}, accounts: { attribute: false }, signal: { attribute: false }, among: { type: Boolean },
    more: { state: true },
  };
  #first = new Resource(this);
  #marked = new Resource(this);

  willUpdate() {
    const { dataset, user, asOf, signal, among } = this;
    const of = (parameters, abort) => api.get(url(ofUser(dataset, user, '/transactions'), { as_of: asOf, ...parameters }), { signal: abort });
    const behind = signal ? { signal: signal.type, window_days: signal.window_days } : {};
    const question = JSON.stringify([dataset, user, asOf, behind, !!among]);
    if (question !== this.question) {
      this.question = question;
      this.more = [];
    }
    this.#first.once(question, (abort) => of(among ? { limit: LARGEST_PAGE } : { limit: PAGE, ...behind }, abort));
    this.#marked.once(JSON.stringify([dataset, user, asOf, behind]), async (abort) => {
      const ids = new Set();
      if (signal) {
        for await (const page of api.pages(ofUser(dataset, user, '/transactions'), { as_of: asOf, ...behind, limit: LARGEST_PAGE }, { signal: abort })) {
          page.items.forEach((it) => ids.add(it.transaction_id));
        }
      }
      return ids;
    });
  }

  /** Brings the latest marked row into sight, once for each question. */
  updated() {
    if (this.shownMark === this.question || !this.among || !this.#marked.data || !this.#first.data) return;
    const row = this.querySelector('tr.marked');
    if (!row) return;
    this.shownMark = this.question;
    const frame = row.closest('.table-frame');
    frame.scrollTop += row.getBoundingClientRect().top - frame.getBoundingClientRect().top - 80;
  }

  async #further(cursor) {
    const { dataset, user, asOf, signal, among, question } = this;
    const page = await api.get(url(ofUser(dataset, user, '/transactions'), {
      as_of: asOf, limit: among ? LARGEST_PAGE : PAGE, cursor, ...(signal && !among ? { signal: signal.type, window_days: signal.window_days } : {}) }));
    if (question === this.question) this.more = [...this.more, page];
  }

  render() {
    return this.#first.when({
      loading: () => html`<div class="padded"><ss-loading lines="8" label="Loading transactions"></ss-loading></div>`,
      done: (page) => this.#list([page, ...(this.more ?? [])]),
    });
  }

  #list(pages) {
    const items = pages.flatMap((it) => it.items);
    const { next } = pages.at(-1);
    const marked = this.signal && this.among ? this.#marked.data : null;
    if (items.length === 0) {
      return html`<ss-empty heading="No transactions" text=${this.signal ? 'This figure was measured from no transaction, but from balances or from what is missing.' : 'Nothing was posted up to this day.'}></ss-empty>`;
    }
    const account = new Map(this.accounts.map((it) => [it.account_id, it]));
    return html`<ss-table class="transactions" label="Transactions" .rows=${items} .key=${(it) => it.transaction_id} ?busy=${this.#first.busy}
      .rowClass=${(it) => (marked?.has(it.transaction_id) ? 'marked' : '')}
      .columns=${[
        { name: 'date', title: 'Day', cell: (it) => html`<span class="nowrap">${format.date(it.date)}</span>` },
        { name: 'merchant', title: 'Merchant', cell: (it) => html`<span class="two-lines">${it.merchant}<small class="plain">${format.category(it.category)}</small></span>` },
        { name: 'account', title: 'Account', minor: true, cell: (it) => html`<span class="faint">${account.get(it.account_id)?.name} ···· ${account.get(it.account_id)?.mask}</span>` },
        { name: 'channel', title: 'Channel', minor: true, cell: (it) => html`<span class="faint">${format.words(it.channel)}</span>` },
        { name: 'amount', title: 'Amount', numeric: true, cell: (it) => html`<span class=${it.amount_cents < 0 ? 'received' : ''}>${it.amount_cents < 0 ? '+' : ''}${format.money(-it.amount_cents)}</span>` },
      ]}></ss-table>
      <footer class="pager"><span class="note">${format.count(items.length)} of ${format.count(pages[0].total)}${marked ? `, ${format.count(items.filter((it) => marked.has(it.transaction_id)).length)} of ${format.count(marked.size)} marked` : ''}</span>
        ${next ? html`<button class="button small" @click=${() => this.#further(next)}>Show more</button>` : nothing}</footer>`;
  }
}
customElements.define('ss-transactions', Transactions);
