// The rules that people disagree with most: rejected, overridden and flagged advice, and personas said by hand, counted against
// the rules that brought them.
import { Part, html, nothing, vars, Resource } from '../../lib/part.js';
import { api, url, inDataset, segment } from '../../lib/api.js';
import * as format from '../../lib/format.js';
import '../../ui/table.js';

class Disagreements extends Part {
  static properties = { dataset: {}, words: { attribute: false }, all: { state: true } };
  #found = new Resource(this);

  /** What a rule wrote is in the queue. */
  #rule({ rule, about }) {
    return about === 'advice' ? html`<a href=${url(`/operator/datasets/${segment(this.dataset)}/review`, { rule, status: 'any' })}><b>${rule}</b></a>` : html`<b>${rule}</b>`;
  }

  willUpdate() {
    this.#found.once(this.dataset, async (signal) => {
      let found;
      do { // each request traces some more users to the rules behind their advice
        found = await api.get(inDataset(this.dataset, '/disagreements'), { signal });
        this.#found.data = found;
        this.requestUpdate();
      } while (found.waiting > 0);
      return found;
    });
  }

  render() {
    return this.#found.when({
      loading: () => html`<div class="card"><ss-loading lines="6" label="Tracing decisions to rules"></ss-loading></div>`,
      done: (found) => (found.items.length === 0
        ? html`<div class="card"><ss-empty icon="rules" heading="Nobody disagrees with a rule" text="Rejected, overridden or flagged advice and personas said by hand are counted against the rules behind them."></ss-empty></div>`
        : html`<div class="card flush"><div class="card-head"><h2>Rules people disagree with</h2><p>${format.several(found.users, 'user')} traced${found.waiting ? html`, <span role="status">${format.count(found.waiting)} to come</span>` : nothing}. Rates with their 95% intervals.</p></div>
          <ss-table label="Disagreements" .rows=${found.items.filter((it) => this.all || it.disagreed > 0)} .key=${(it) => `${it.about} ${it.rule}`} .columns=${[
            { name: 'rule', title: 'Rule', main: true, cell: (it) => html`<span class="two-lines">${this.#rule(it)}<small class="plain">${it.about}</small></span>` },
            { name: 'rate', title: 'Disagreed', cell: (it) => (it.rate === null || it.rate === undefined ? format.NONE : html`<span class="interval" title="${format.percent(it.low)} to ${format.percent(it.high)}"><i ${vars({ '--low': it.low, '--high': it.high, '--rate': it.rate })}></i><b>${format.percent(it.rate)}</b></span>`) },
            { name: 'disagreed', title: 'Of decided', numeric: true, cell: (it) => `${format.count(it.disagreed)} of ${format.count(it.decided)}` },
            { name: 'rejected', title: 'Rejected', numeric: true, minor: true, cell: (it) => format.count(it.rejected) },
            { name: 'overridden', title: 'Overridden', numeric: true, minor: true, cell: (it) => format.count(it.overridden) },
            { name: 'flagged', title: 'Flagged', numeric: true, minor: true, cell: (it) => format.count(it.flagged) },
          ]}></ss-table>
          ${this.#rest(found.items)}</div>`),
    });
  }

  #rest(items) {
    const agreed = items.filter((it) => it.disagreed === 0).length;
    return agreed === 0 ? nothing : html`<footer class="pager"><button class="link small" @click=${() => (this.all = !this.all)}>${
      this.all ? 'Only those with disagreement' : `Also ${format.several(agreed, 'rule')} that nobody disagrees with`}</button></footer>`;
  }
}
customElements.define('ss-disagreements', Disagreements);
