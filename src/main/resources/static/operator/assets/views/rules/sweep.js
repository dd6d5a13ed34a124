// One parameter at many values: how well the planted is found at each, how many users change, and the range in which it makes no
// odds. A value can be taken into the draft.
import { Part, html, nothing, Resource, watching } from '../../lib/part.js';
import { api } from '../../lib/api.js';
import { router } from '../../lib/router.js';
import { session } from '../../lib/session.js';
import { draft } from '../../lib/draft.js';
import { ruleText } from '../../lib/rule-files.js';
import { PARAMETERS, valueIn, withValue, sections } from '../../lib/parameters.js';
import { trials, attempts, faultsOf } from '../../lib/trials.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import { toast } from '../../ui/toast.js';
import { going } from '../../ui/going.js';
import { findings } from './findings.js';
import '../../ui/chart.js';
import '../../ui/table.js';

const { sweep: attempt } = attempts;

class RuleSweep extends Part {
  static properties = { etag: {}, parameter: {}, dataset: {}, may: { type: Boolean }, drafts: { type: Boolean } };
  #parameters = new Resource(this);

  constructor() {
    super();
    watching(this, draft, attempt, session);
  }

  willUpdate() {
    this.#parameters.once(this.etag, async (signal) => {
      const items = [];
      for await (const page of api.pages('/rules/parameters', { limit: 200 }, { signal })) items.push(...page.items);
      const text = await ruleText(PARAMETERS, this.etag);
      const titles = sections(text);
      return { items, text, groups: Object.entries(Object.groupBy(items, (it) => titles.get(it.name) || 'Parameters')) };
    });
  }

  #start(event) {
    event.preventDefault();
    const { parameter, from, to, steps } = Object.fromEntries(new FormData(event.target));
    const { dataset } = this;
    attempt.start({ parameter, dataset }, (signal, progress) => trials.sweep(dataset, { parameter, from: Number(from), to: Number(to), steps: Number(steps) }, signal, progress));
  }

  #take(name, value) {
    const { text } = this.#parameters.data;
    const now = draft.files[PARAMETERS] ?? text;
    if (valueIn(now, name) === undefined) return toast(`${name} is not written in ${PARAMETERS} as this form reads it: change it under Files`, { bad: true });
    draft.write(PARAMETERS, withValue(now, name, value, text), text, this.etag);
    toast(`${name} is ${value} in the draft`);
  }

  /** Half to one and a half times what it is, within what its unit allows. */
  #around({ value, low = -Infinity, high = Infinity }) {
    const [from, to] = value === 0 ? [-1, 1] : [value * 0.5, value * 1.5].sort((a, b) => a - b);
    return [Math.max(low, from), Math.min(high, to)].map((it) => Number(it.toPrecision(3)));
  }

  render() {
    return this.#parameters.when({ loading: () => html`<div class="card"><ss-loading lines="4" label="Loading the parameters"></ss-loading></div>`, done: (data) => this.#page(data) });
  }

  #page({ items, groups }) {
    const chosen = items.find((it) => it.name === (this.parameter || attempt.about?.parameter)) ?? items.find((it) => it.used_by.length) ?? items[0];
    const [low, high] = this.#around(chosen);
    const { busy, problem, data, far } = attempt;
    return html`<div class="stack"><form class="card stack" @submit=${this.#start}><div class="filter-form">
        <label class="field wide"><span>Parameter</span><span class="select"><select name="parameter" @change=${(event) => router.query({ parameter: event.target.value }, { replace: true })}>${groups.map(([title, those]) => html`<optgroup label=${title}>${those.map((it) => html`<option value=${it.name} ?selected=${it.name === chosen.name}>${it.name}</option>`)}</optgroup>`)}</select>${icon('down')}</span></label>
        <label class="field"><span>From</span><input class="input" name="from" type="number" step="any" required .value=${String(low)}></label>
        <label class="field"><span>To</span><input class="input" name="to" type="number" step="any" required .value=${String(high)}></label>
        <label class="field"><span>Values</span><input class="input" name="steps" type="number" min="2" max="41" required .value=${'11'}></label>
        <label class="field"><span>People of</span><span class="select"><select @change=${(event) => router.query({ dataset: event.target.value }, { replace: true })}>${(session.datasets ?? []).filter((it) => !it.fault).map((it) => html`<option value=${it.name} ?selected=${it.name === this.dataset}>${it.name}</option>`)}</select>${icon('down')}</span></label></div>
        <p class="note"><b>${chosen.meaning}.</b> Now ${chosen.value} (${format.words(chosen.unit)}). Source: ${chosen.source}</p>
        <div class="actions"><button class="button primary" ?disabled=${busy || !this.may}>Sweep</button></div></form>
      ${busy ? going(`Trying ${attempt.about.parameter} at every value`, far, () => attempt.cancel()) : nothing}
      ${problem ? html`<div class="card"><ss-problem .problem=${problem}></ss-problem></div>` : nothing}
      ${data && !busy ? (data.result ? this.#shown(data.result) : html`<div class="callout warn" role="alert">${icon('warn')}<div><b>These rules cannot be used.</b>${findings(faultsOf(data))}</div></div>`) : nothing}
      ${!data && !busy && !problem ? html`<div class="card"><ss-empty icon="overview" heading="Nothing swept yet" text="Everybody is judged once for each value: where the curve is flat, the exact figure matters little; where it falls, it has to be right."></ss-empty></div>` : nothing}</div>`;
  }

  #shown(sweep) {
    const { steps, plateau } = sweep;
    const f1 = (it) => it.accuracy.macro_f1?.value;
    const holds = plateau.holds_shipped ?? (sweep.shipped >= plateau.from && sweep.shipped <= plateau.to);
    const values = steps.map(f1).filter((it) => it !== undefined);
    const floor = Math.max(0, Math.floor((Math.min(...values) - 0.02) * 20) / 20);
    const draftValue = draft.files[PARAMETERS] && valueIn(draft.files[PARAMETERS], sweep.parameter);
    const now = draftValue === sweep.shipped ? 'in the draft' : 'now';
    return html`<section class="card stack" aria-labelledby="sweep-title"><div class="card-head"><h2 id="sweep-title" class="mono">${sweep.parameter}</h2><p>Over ${format.several(sweep.judged, 'user')} of ${attempt.about.dataset}</p></div>
      <p>From ${plateau.from} to ${plateau.to} it makes little difference (within ${plateau.within.toFixed(3)} of the best macro F1, ${plateau.best.toFixed(3)}). The value ${now}, ${sweep.shipped}, ${holds ? 'lies in it.' : html`<b>lies outside.</b>`}</p>
      <ss-chart height="340" label="Macro F1 and users changed by the value of ${sweep.parameter}"
        .option=${(colors) => ({
          grid: { left: 56, right: 56, top: 44, bottom: 44 }, legend: { top: 0, itemGap: 18, textStyle: { color: colors('--ink-2') } }, tooltip: { trigger: 'axis' },
          xAxis: { type: 'value', min: 'dataMin', max: 'dataMax', name: format.words(sweep.unit), nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: colors('--ink-3') }, axisLabel: { color: colors('--ink-3') }, axisLine: { lineStyle: { color: colors('--line-strong') } }, splitLine: { show: false } },
          yAxis: [{ type: 'value', min: floor, max: 1, name: 'Macro F1', nameTextStyle: { color: colors('--ink-3') }, axisLabel: { color: colors('--ink-3') }, splitLine: { lineStyle: { color: colors('--line') } } },
            { type: 'value', min: 0, minInterval: 1, name: 'Users', nameTextStyle: { color: colors('--ink-3') }, axisLabel: { color: colors('--ink-3') }, splitLine: { show: false } }],
          series: [{ name: 'Macro F1', type: 'line', data: steps.map((it) => [it.value, f1(it) ?? null]), color: colors('--cat-0'), symbol: 'circle', symbolSize: 7, z: 4,
            markArea: { silent: true, itemStyle: { color: colors('--good'), opacity: 0.1 }, label: { color: colors('--ink-3'), position: 'insideTopLeft' }, data: [[{ name: 'little difference', xAxis: plateau.from }, { xAxis: plateau.to }]] },
            markLine: { silent: true, symbol: 'none', lineStyle: { color: colors('--ink-2'), type: 'dashed' }, label: { formatter: now, color: colors('--ink') }, data: [{ xAxis: sweep.shipped }] } },
          { name: 'Users changed', type: 'bar', yAxisIndex: 1, barMaxWidth: 14, data: steps.map((it) => [it.value, it.affected]), color: colors('--cat-2'), itemStyle: { opacity: 0.55 } }],
        })}></ss-chart>
      <ss-table label="Values of ${sweep.parameter}" .rows=${steps} .key=${(it) => String(it.value)} .rowClass=${(it) => (it.value === (draftValue ?? sweep.shipped) ? 'current' : '')} .columns=${[
        { name: 'value', title: 'Value', numeric: true, cell: (it) => html`${it.value}${it.value === sweep.shipped ? html` <small>${now}</small>` : nothing}` },
        { name: 'f1', title: 'Macro F1', numeric: true, cell: (it) => html`${f1(it)?.toFixed(3) ?? format.NONE} <small>${it.accuracy.macro_f1 ? `${it.accuracy.macro_f1.low.toFixed(3)} – ${it.accuracy.macro_f1.high.toFixed(3)}` : ''}</small>` },
        { name: 'affected', title: 'Users changed', numeric: true, cell: (it) => format.count(it.affected) },
        { name: 'take', title: '', cell: (it) => (this.drafts && it.value !== sweep.shipped ? html`<button class="button small" @click=${() => this.#take(sweep.parameter, it.value)} aria-label="Take ${it.value} into the draft">Into the draft</button>` : nothing) }]}></ss-table></section>`;
  }
}
customElements.define('ss-rule-sweep', RuleSweep);
