// One parameter at many values: how well the planted is found at each, how many users change, and the range in which it makes no odds.
import { Part, html, nothing, Resource } from '../../lib/part.js';
import { api } from '../../lib/api.js';
import { router } from '../../lib/router.js';
import { session } from '../../lib/session.js';
import { trials, faultsOf } from '../../lib/trials.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import '../../ui/chart.js';

class RuleSweep extends Part {
  static properties = { parameter: {}, dataset: { state: true }, far: { state: true } };
  #parameters = new Resource(this);
  #sweep = new Resource(this);

  connectedCallback() {
    super.connectedCallback();
    this.dataset ??= session.usualDataset;
    this.#parameters.load(async (signal) => {
      const items = [];
      for await (const page of api.pages('/rules/parameters', { limit: 200 }, { signal })) items.push(...page.items);
      return items;
    });
  }

  #start(event) {
    event.preventDefault();
    const { parameter, from, to, steps } = Object.fromEntries(new FormData(event.target));
    this.#sweep.load((signal) => trials.sweep(this.dataset, { parameter, from: Number(from), to: Number(to), steps: Number(steps) }, signal, (far) => (this.far = far)), { fresh: true });
  }

  render() {
    return this.#parameters.when({ loading: () => html`<div class="card"><ss-loading lines="4"></ss-loading></div>`, done: (items) => {
      const chosen = items.find((it) => it.name === this.parameter) ?? items[0];
      const [low, high] = chosen.value === 0 ? [-1, 1] : [chosen.value * (chosen.value > 0 ? 0.5 : 1.5), chosen.value * (chosen.value > 0 ? 1.5 : 0.5)].map((it) => Number(it.toPrecision(3)));
      const { busy, problem, data } = this.#sweep;
      return html`<div class="stack"><form class="card stack" @submit=${this.#start}><div class="filter-form">
          <label class="field"><span>Parameter</span><span class="select"><select name="parameter" @change=${(event) => router.query({ parameter: event.target.value }, { replace: true })}>${items.map((it) => html`<option value=${it.name} ?selected=${it.name === chosen.name}>${it.name}</option>`)}</select>${icon('down')}</span></label>
          <label class="field"><span>From</span><input class="input" name="from" type="number" step="any" required .value=${String(low)}></label>
          <label class="field"><span>To</span><input class="input" name="to" type="number" step="any" required .value=${String(high)}></label>
          <label class="field"><span>Values</span><input class="input" name="steps" type="number" min="2" max="41" required .value=${'11'}></label>
          <label class="field"><span>People of</span><span class="select"><select @change=${(event) => (this.dataset = event.target.value)}>${(session.datasets ?? []).filter((it) => !it.fault).map((it) => html`<option value=${it.name} ?selected=${it.name === this.dataset}>${it.name}</option>`)}</select>${icon('down')}</span></label></div>
          <p class="note">${chosen.meaning}. Now ${chosen.value} (${format.words(chosen.unit)}). ${chosen.source}</p>
          <div class="actions"><button class="button primary" ?disabled=${busy || !session.may('analyst')}>${busy ? 'Trying every value…' : 'Sweep'}</button></div></form>
        ${busy ? html`<div class="card"><p class="note" role="status">${this.far ? `${format.count(this.far.done)} of ${format.count(this.far.total)} judged` : 'Waiting for its turn'}</p><ss-loading block="320" label="Sweeping"></ss-loading></div>` : nothing}
        ${problem ? html`<div class="card"><ss-problem .problem=${problem}></ss-problem></div>` : nothing}
        ${data && !problem ? (data.result ? this.#shown(data.result) : html`<div class="callout warn" role="alert">${icon('warn')}<div><b>These rules cannot be used.</b> ${faultsOf(data).map((it) => it.message).join('; ')}</div></div>`) : nothing}</div>`;
    } });
  }

  #shown(sweep) {
    const { steps, plateau } = sweep;
    const f1 = (it) => it.accuracy.macro_f1?.value;
    const holds = plateau.holds_shipped ?? (sweep.shipped >= plateau.from && sweep.shipped <= plateau.to);
    return html`<section class="card" aria-labelledby="sweep-title"><div class="card-head"><h2 id="sweep-title">${sweep.parameter}</h2><p>Over ${format.several(sweep.judged, 'user')}</p></div>
      <p>From ${plateau.from} to ${plateau.to} it makes little difference (within ${plateau.within.toFixed(3)} of the best macro F1, ${plateau.best.toFixed(3)}). The value now, ${sweep.shipped}, ${holds ? 'lies in it.' : html`<b>lies outside.</b>`}</p>
      <ss-chart height="340" label="Macro F1 and users changed by the value of ${sweep.parameter}" .table=${{ head: ['Value', 'Macro F1', 'From', 'To', 'Users changed'], rows: steps.map((it) => [it.value, f1(it)?.toFixed(3), it.accuracy.macro_f1?.low.toFixed(3), it.accuracy.macro_f1?.high.toFixed(3), it.affected]) }}
        .option=${(colors) => ({
          grid: { left: 56, right: 56, top: 40, bottom: 44 }, legend: { top: 0, textStyle: { color: colors('--ink-2') } }, tooltip: { trigger: 'axis' },
          xAxis: { type: 'value', min: 'dataMin', max: 'dataMax', name: format.words(sweep.unit), nameLocation: 'middle', nameGap: 28, axisLine: { lineStyle: { color: colors('--line-strong') } }, splitLine: { show: false } },
          yAxis: [{ type: 'value', scale: true, name: 'Macro F1', splitLine: { lineStyle: { color: colors('--line') } } }, { type: 'value', name: 'Users', splitLine: { show: false } }],
          series: [{ name: 'Macro F1', type: 'line', data: steps.map((it) => [it.value, f1(it) ?? null]), color: colors('--cat-0'), symbolSize: 7,
            markArea: { silent: true, itemStyle: { color: colors('--good'), opacity: 0.1 }, label: { color: colors('--ink-2'), position: 'insideTop' }, data: [[{ name: 'plateau', xAxis: plateau.from }, { xAxis: plateau.to }]] },
            markLine: { silent: true, symbol: 'none', lineStyle: { color: colors('--ink'), type: 'dashed' }, label: { formatter: 'now', color: colors('--ink') }, data: [{ xAxis: sweep.shipped }] } },
          { name: 'Users changed', type: 'line', yAxisIndex: 1, data: steps.map((it) => [it.value, it.affected]), color: colors('--cat-2'), lineStyle: { type: 'dotted' }, symbol: 'rect' }],
        })}></ss-chart></section>`;
  }
}
customElements.define('ss-rule-sweep', RuleSweep);
