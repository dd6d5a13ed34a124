// The same life with one thing changed: an event that does not happen, or a setting of the scenario. Where the two part, what
// it costs, and what the rules say of both.
import { Part, html, nothing, Resource } from '../../lib/part.js';
import { api, url, ofUser } from '../../lib/api.js';
import { router } from '../../lib/router.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import { categoryMark } from '../../ui/marks.js';
import '../../ui/chart.js';

const DAY = 86_400_000;
const FEW = 10;

class UserTwin extends Part {
  static properties = { dataset: {}, user: {}, detail: { attribute: false }, words: { attribute: false }, query: { attribute: false } };
  #twin = new Resource(this);

  willUpdate() {
    const { dataset, user, query } = this;
    const without = query.get('without');
    const set = query.getAll('set');
    if (!without && set.length === 0) return;
    this.#twin.once(JSON.stringify([dataset, user, without, set]), (signal) => {
      this.#twin.data = undefined;
      return api.get(url(ofUser(dataset, user, '/twin'), { without, set: without ? [] : set }), { signal });
    });
  }

  #ask(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const what = form.get('what');
    const setting = form.get('setting')?.trim();
    if (what) router.query({ without: what, set: null });
    else if (setting) router.query({ without: null, set: setting.split(/\s*;\s*/) });
  }

  render() {
    const { query, detail } = this;
    const without = query.get('without');
    const setting = query.getAll('set').join('; ');
    const asked = !!(without || setting);
    return html`<div class="stack">
      <form class="card twin-form" @submit=${this.#ask}>
        <div class="card-head"><h2>What if</h2><p>Every draw is keyed, so the same life can be lived with one thing changed, and nothing else</p></div>
        <div class="what-if">
          ${detail.events.length ? html`<fieldset><legend>Without an event</legend>${detail.events.map((it) => html`<label class="choice"><input type="radio" name="what" value=${it.name} .checked=${without === it.name}>
            <span class="two-lines"><b>${format.sentence(it.name)}</b><small class="plain">from ${format.date(it.from)}</small></span></label>`)}
            <label class="choice"><input type="radio" name="what" value="" .checked=${!without}><span>With a setting instead</span></label></fieldset>` : nothing}
          <label class="field"><span>A setting of the scenario, <code>path=value</code></span>
            <input class="input mono" name="setting" autocomplete="off" spellcheck="false" placeholder="population.${detail.planted[0]?.profile ?? '*'}.budget.opening_months=[4, 4]" .value=${setting}></label>
          <button class="button primary">Live it again</button>
        </div>
      </form>
      ${asked ? this.#twin.when({
        loading: () => html`<div class="card"><ss-loading block="360" label="Living the life again"></ss-loading></div>`,
        failed: (problem) => html`<div class="card"><ss-problem .problem=${problem}></ss-problem></div>`,
        done: (twin) => this.#shown(twin),
      }) : html`<div class="card"><ss-empty icon="branch" heading="Two lives, one difference" text="Choose an event to leave out, or change a setting. Both lives are then shown on one chart, with where they part and what the rules say of each."></ss-empty></div>`}
    </div>`;
  }

  #shown(twin) {
    if (!twin.differ) return html`<div class="card"><ss-empty icon="check" heading="Nothing differs" text="The change does not reach this user: both lives are the same, cent by cent."></ss-empty></div>`;
    const { original, twin: other, difference } = twin.liquid_balance_cents;
    const last = original.length - 1;
    return html`
      <div class="tiles small">
        ${this.#tile('The ledgers part', twin.ledgers_part ? format.date(twin.ledgers_part.day) : 'never')}
        ${this.#tile('In checking and savings', `${difference[last] >= 0 ? '+' : ''}${format.money(difference[last])}`, 'of the twin, at the end')}
        ${this.#tile('Owed on cards', `${twin.owed_on_cards_cents.difference[last] > 0 ? '+' : ''}${format.money(twin.owed_on_cards_cents.difference[last])}`, 'of the twin, at the end')}
        ${this.#tile('Personas part', twin.findings_part?.personas ? format.date(twin.findings_part.personas) : 'never')}
      </div>
      <section class="card"><div class="card-head"><h2>In checking and savings</h2><p>${format.sentence(twin.what_if)}</p></div>${this.#chart(twin, original, other)}</section>
      <div class="columns">
        <section class="span-6 card flush"><div class="card-head"><h2>What the money did</h2><p>Largest differences over the whole life</p></div>${this.#categories(twin)}</section>
        <section class="span-6 card">${this.#findings(twin)}</section>
      </div>`;
  }

  #tile(title, figure, note) {
    return html`<div class="tile"><span>${title}</span><b>${figure}</b>${note ? html`<small>${note}</small>` : nothing}</div>`;
  }

  #chart(twin, original, other) {
    const start = Date.parse(twin.from);
    const dates = original.map((_, i) => new Date(start + i * DAY).toISOString().slice(0, 10));
    const series = (list) => dates.map((date, i) => [date, list[i] / 100]);
    const parting = twin.ledgers_part?.day;
    return html`<ss-chart height="340" label=${`Balances of both lives from ${format.date(twin.from)} to ${format.date(twin.to)}; they part on ${parting ? format.date(parting) : 'no day'}. At the end the original has ${format.money(original.at(-1))}, the twin ${format.money(other.at(-1))}`}
      .table=${{ head: ['Day', 'Original', 'Twin', 'Difference'], rows: dates.map((date, i) => [format.date(date), format.money(original[i]), format.money(other[i]), format.money(other[i] - original[i])]).reverse() }}
      .option=${(colors) => ({
        grid: { left: 58, right: 18, top: 36, bottom: 56 },
        legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 4, textStyle: { color: colors('--ink-2') }, data: ['Original', 'Twin'] },
        tooltip: { trigger: 'axis', formatter: (points) => {
          const i = dates.indexOf(new Date(points[0].axisValue).toISOString().slice(0, 10));
          return [format.date(dates[i]), `Original  ${format.money(original[i])}`, `Twin  ${format.money(other[i])}`, `Difference  ${format.money(other[i] - original[i])}`].join('\n');
        } },
        xAxis: { type: 'time', min: dates[0], max: dates.at(-1), axisTick: { show: false }, axisLine: { lineStyle: { color: colors('--line-strong') } }, axisLabel: { color: colors('--ink-3'), hideOverlap: true, formatter: { year: '{MMM} {yyyy}', month: '{MMM}', day: '{MMM} {d}' } } },
        yAxis: { type: 'value', axisLabel: { color: colors('--ink-3'), formatter: (value) => format.shortMoney(value * 100) }, splitLine: { lineStyle: { color: colors('--line') } } },
        dataZoom: [{ type: 'inside', zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false }, { type: 'slider', height: 18, bottom: 4, left: 58, right: 18, showDetail: false, brushSelect: false, borderColor: colors('--line'), fillerColor: colors('--accent-wash'), handleStyle: { color: colors('--surface'), borderColor: colors('--control-line') } }],
        series: [
          { name: 'Original', type: 'line', step: 'end', showSymbol: false, data: series(original), lineStyle: { width: 1.8 }, itemStyle: { color: colors('--cat-0') } },
          { name: 'Twin', type: 'line', step: 'end', showSymbol: false, data: series(other), lineStyle: { width: 1.8, type: 'dashed' }, itemStyle: { color: colors('--cat-2') },
            markLine: parting ? { silent: true, symbol: 'none', lineStyle: { color: colors('--ink'), type: 'solid', width: 1 }, label: { formatter: 'they part', position: 'end', distance: 4, color: colors('--ink-2') }, data: [{ xAxis: parting }] } : undefined },
        ],
      })}></ss-chart>`;
  }

  #categories(twin) {
    const ranked = [...twin.categories].sort((a, b) => Math.abs(b.difference_cents) - Math.abs(a.difference_cents)).filter((it) => it.difference_cents !== 0);
    const figure = (cents) => (cents === 0 ? format.money(0) : `${cents < 0 ? '+' : ''}${format.money(-cents)}`);
    return html`<div class="table-frame" tabindex="0" role="group" aria-label="Differences by category"><table class="grid"><thead><tr><th scope="col">Category</th><th scope="col" class="numeric minor">Original</th><th scope="col" class="numeric">Twin</th><th scope="col" class="numeric">Difference</th></tr></thead>
      <tbody>${ranked.slice(0, FEW).map((it) => html`<tr><td>${format.category(it.category)}</td><td class="numeric minor">${figure(it.original_cents)}</td><td class="numeric">${figure(it.twin_cents)}</td><td class="numeric"><b>${figure(it.difference_cents)}</b></td></tr>`)}
      ${ranked.length > FEW ? html`<tr><td class="faint">${format.several(ranked.length - FEW, 'other category', 'other categories')}</td><td class="minor"></td><td></td><td class="numeric">${figure(ranked.slice(FEW).reduce((sum, it) => sum + it.difference_cents, 0))}</td></tr>` : nothing}</tbody></table></div>`;
  }

  #findings(twin) {
    const { words } = this;
    if (twin.no_findings_because) return html`<ss-empty heading="No findings to compare" text=${twin.no_findings_because}></ss-empty>`;
    const look = twin.looks.find((it) => it.as_of === this.detail.as_of) ?? twin.looks.at(-1);
    if (!look) return nothing;
    const side = (title, personas) => html`<div><h3>${title}</h3>${personas.length ? personas.map((it) => html`<p>${categoryMark(words.persona(it.persona), words.color(it.persona))} ${format.confidence(it.confidence)}</p>`) : html`<p class="faint">no persona</p>`}</div>`;
    const advice = (title, list, sign) => (list.length ? html`<li><span class="pill ${sign === '+' ? 'good' : 'bad'}">${title}</span> <span>${list.map((it) => it.title).join(', ')}</span></li>` : nothing);
    return html`<div class="card-head"><h2>What the rules say</h2><p>on ${format.date(look.as_of)}</p></div>
      <div class="two-sides">${side('Original', look.personas.original)}${side('Twin', look.personas.twin)}</div>
      ${look.signals.length ? html`<table class="grid plain"><thead><tr><th scope="col">Figure</th><th scope="col" class="numeric">Original</th><th scope="col" class="numeric">Twin</th></tr></thead>
        <tbody>${look.signals.filter((it) => it.original?.detected !== it.twin?.detected).map((it) => html`<tr><td>${words.signal(it.type)} <small>${it.window_days} days</small></td>
          ${[it.original, it.twin].map((one) => html`<td class="numeric">${one ? format.measured(one.value, it.unit) : 'unknown'}${one?.detected ? html` <span class="pill good">detected</span>` : nothing}</td>`)}</tr>`)}</tbody></table>` : nothing}
      <ul class="lines small">${advice('Advice gained', look.advice_gained, '+')}${advice('Advice lost', look.advice_lost, '-')}</ul>`;
  }
}
customElements.define('ss-user-twin', UserTwin);
