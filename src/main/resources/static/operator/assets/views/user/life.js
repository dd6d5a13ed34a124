// Accounts and cards, balances over time with what happened, and the personas found against what was planted.
import { Part, html, nothing, vars, Resource } from '../../lib/part.js';
import { api, url, ofUser } from '../../lib/api.js';
import * as format from '../../lib/format.js';
import { icon } from '../../ui/icon.js';
import { usageBar, categoryMark, statusPill } from '../../ui/marks.js';
import '../../ui/chart.js';
import './transactions.js';

const DAY = 86_400_000;
const LANE = 16;
const EVENT_LINE = 15;

const dayAfter = (day, days) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

class UserLife extends Part {
  static properties = { dataset: {}, user: {}, detail: { attribute: false }, words: { attribute: false } };
  #life = new Resource(this);

  willUpdate() {
    const { dataset, user } = this;
    const last = this.detail.looks.at(-1) ?? null;
    // The whole life once: the scrubber then only cuts it.
    this.#life.once(`${dataset}/${user}`, async (signal) => {
      const of = (path, parameters) => api.get(url(ofUser(dataset, user, path), { as_of: last, ...parameters }), { signal });
      const [balances, statements, income] = await Promise.all([of('/balances'), of('/statements', { limit: 500 }), of('/transactions', { category: 'INCOME', limit: 500 })]);
      return { balances, statements: statements.items, paydays: income.items.filter((it) => it.amount_cents < 0) };
    });
  }

  render() {
    const { detail } = this;
    return html`<div class="columns">
      <section class="span-8 card" aria-label="Balances"><div class="card-head"><h2>Balances</h2><p>What ${detail.name.split(' ')[0]} has and owes, day by day</p></div>
        ${this.#life.when({ loading: () => html`<ss-loading block="400" label="Loading balances"></ss-loading>`, done: (life) => this.#chart(life) })}
      </section>
      <section class="span-4 stack" aria-label="Accounts">${this.#accounts()}${this.#happened()}</section>
      <section class="span-12 card flush" aria-label="Transactions">
        <div class="card-head"><h2>Transactions</h2><p>Up to ${format.date(detail.as_of)}, the latest first</p></div>
        <ss-transactions .dataset=${this.dataset} .user=${this.user} .asOf=${detail.as_of} .accounts=${detail.accounts}></ss-transactions>
      </section>
    </div>`;
  }

  #accounts() {
    const { accounts, liabilities } = this.detail;
    const cards = accounts.filter((it) => it.credit_limit_cents > 0);
    return html`
      <div class="card"><div class="card-head"><h2>Accounts</h2></div>
        <ul class="lines">${accounts.filter((it) => !cards.includes(it)).map((it) => html`<li>
          <span class="two-lines"><b>${it.name}</b><small>${format.words(it.type)} ···· ${it.mask}</small></span><b class="amount">${format.money(it.balance_cents)}</b></li>`)}</ul></div>
      ${cards.length ? html`<div class="card"><div class="card-head"><h2>Cards</h2></div>
        <ul class="lines">${cards.map((it) => this.#card(it, liabilities.find((one) => one.account_id === it.account_id)))}</ul></div>` : nothing}`;
  }

  #card(card, owed) {
    return html`<li class="plastic"><span class="two-lines"><b>${card.name}</b><small>···· ${card.mask} · ${(card.apr_basis_points / 100).toFixed(2)}% APR</small></span>
      <b class="amount">${format.money(card.balance_cents)}</b>
      <span>${usageBar(card.balance_cents / card.credit_limit_cents)}</span><small>of ${format.roundMoney(card.credit_limit_cents)}</small>
      ${owed ? html`<small class="wide-line">Statement ${format.money(owed.statement_balance_cents)}, at least ${format.money(owed.minimum_payment_cents)} by ${format.date(owed.next_due_date)}</small>
        ${owed.overdue ? statusPill('failed', 'Overdue') : nothing}` : nothing}</li>`;
  }

  #happened() {
    const { detail, words } = this;
    const until = detail.as_of;
    const events = detail.events.filter((it) => it.from <= until);
    return html`<div class="card"><div class="card-head"><h2>What is true</h2><p>Planted by the scenario; the rules never see it</p></div>
      <ul class="lines small">
        ${detail.planted.filter((it) => it.from <= until).map((it) => html`<li><span>${categoryMark(words.profile(it.profile), words.color(it.profile))}</span>
          <small>${format.date(it.from)} – ${it.to > until ? 'now' : format.date(it.to)}</small></li>`)}
        ${events.map((it) => html`<li><span class="with-mark">${icon('branch')} ${format.sentence(it.name)}</span><small>${format.date(it.from)} – ${it.to > until ? 'now' : format.date(it.to)}</small></li>`)}
      </ul></div>`;
  }

  #chart({ balances, statements, paydays }) {
    const { detail, words } = this;
    const days = balances.liquid_cents.length;
    const dates = Array.from({ length: days }, (_, i) => dayAfter(balances.from, i));
    const cut = dates.indexOf(detail.as_of) < 0 ? days : dates.indexOf(detail.as_of) + 1;
    const hasCards = balances.owed_cents.some((it) => it !== 0);
    const lanes = this.#lanes(dates);
    const money = (at, list) => [dates[at], list[at] / 100];
    const line = (name, list, color, colors) => [
      { name, type: 'line', step: 'end', showSymbol: false, data: dates.slice(0, cut).map((_, i) => money(i, list)), lineStyle: { width: 1.8 }, itemStyle: { color: colors(color) }, z: 3 },
      ...(cut < days ? [{ name: name + ' later', type: 'line', step: 'end', showSymbol: false, silent: true, tooltip: { show: false },
        data: dates.slice(cut - 1).map((_, i) => money(i + cut - 1, list)), lineStyle: { width: 1.2, type: 'dotted', opacity: 0.45 }, itemStyle: { color: colors(color) }, z: 1 }] : []),
    ];
    const owed = new Map(dates.map((date, i) => [date, balances.owed_cents[i]]));
    const liquid = new Map(dates.map((date, i) => [date, balances.liquid_cents[i]]));
    const events = detail.events.filter((it) => it.from <= detail.as_of);
    // Names of events stand above the plot, on as many lines as it takes for them not to meet.
    const above = Math.min(3, events.length) * EVENT_LINE;
    const top = 34 + above;
    const laneTop = top + 288;
    const middle = (Date.parse(dates[0]) + Date.parse(dates.at(-1))) / 2;
    const option = (colors) => ({
      grid: [
        { left: 58, right: 18, top, height: 250 },
        { left: 58, right: 18, top: laneTop, height: Math.max(1, lanes.length) * LANE },
      ],
      legend: { top: 0, left: 0, itemWidth: 10, itemHeight: 8, itemGap: 14, textStyle: { color: colors('--ink-2') }, data: [{ name: 'In checking and savings', icon: 'roundRect' },
        ...(hasCards ? [{ name: 'Owed on cards', icon: 'roundRect' }, { name: 'Statement', icon: 'diamond' }] : []), { name: 'Payday', icon: 'triangle' }] },
      tooltip: { trigger: 'axis', axisPointer: { type: 'line', lineStyle: { color: colors('--line-strong') } },
        formatter: (points) => this.#hint(points, owed, liquid, statements, paydays, hasCards) },
      axisPointer: { link: [{ xAxisIndex: [0, 1] }] },
      xAxis: [
        { type: 'time', min: dates[0], max: dates.at(-1), axisLine: { lineStyle: { color: colors('--line-strong') } }, axisTick: { show: false },
          axisLabel: { color: colors('--ink-3'), hideOverlap: true, formatter: { year: '{MMM} {yyyy}', month: '{MMM}', day: '{MMM} {d}' } } },
        { type: 'time', gridIndex: 1, min: dates[0], max: dates.at(-1), show: false },
      ],
      yAxis: [
        { type: 'value', axisLabel: { color: colors('--ink-3'), formatter: (value) => format.shortMoney(value * 100) }, splitLine: { lineStyle: { color: colors('--line') } } },
        { type: 'category', gridIndex: 1, inverse: true, data: lanes.map((it) => it.title), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: colors('--ink-3'), fontSize: 11, formatter: (title) => format.sentence(title.replace('Found ', '')) } },
      ],
      dataZoom: [
        { type: 'inside', xAxisIndex: [0, 1], zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false },
        { type: 'slider', xAxisIndex: [0, 1], height: 18, bottom: 4, left: 58, right: 18, showDetail: false, brushSelect: false, borderColor: colors('--line'), fillerColor: colors('--accent-wash'),
          handleStyle: { color: colors('--surface'), borderColor: colors('--control-line') }, dataBackground: { lineStyle: { color: colors('--line-strong') }, areaStyle: { color: colors('--line') } },
          selectedDataBackground: { lineStyle: { color: colors('--line-strong') }, areaStyle: { color: colors('--line') } } },
      ],
      series: [
        ...line('In checking and savings', balances.liquid_cents, '--cat-0', colors),
        ...(hasCards ? line('Owed on cards', balances.owed_cents, '--cat-4', colors) : []),
        { name: 'Payday', type: 'scatter', symbol: 'triangle', symbolSize: 8, itemStyle: { color: colors('--good') }, z: 4,
          data: paydays.filter((it) => it.date <= detail.as_of).map((it) => [it.date, liquid.get(it.date) / 100]) },
        ...(hasCards ? [{ name: 'Statement', type: 'scatter', symbol: 'diamond', symbolSize: 8, itemStyle: { color: colors('--cat-4'), borderColor: colors('--surface'), borderWidth: 1 }, z: 4,
          data: statements.filter((it) => it.closing_date >= dates[0] && it.closing_date <= detail.as_of).map((it) => [it.closing_date, (owed.get(it.closing_date) ?? it.balance_cents) / 100]) }] : []),
        { type: 'line', data: [], silent: true,
          markArea: { silent: true, itemStyle: { color: colors('--ink-3'), opacity: 0.08 }, label: { color: colors('--ink-2'), fontSize: 11, position: 'insideTopLeft', distance: 0 },
            data: events.map((it, i) => [{ name: format.sentence(it.name), xAxis: it.from < dates[0] ? dates[0] : it.from, label: { offset: [0, (i % 3) * EVENT_LINE - above - 2], ...(Date.parse(it.from) > middle ? { position: 'insideTopRight' } : {}) } }, { xAxis: it.to < detail.as_of ? it.to : detail.as_of }]) },
          markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: colors('--ink'), width: 1.2, type: 'solid' }, data: cut < days ? [{ xAxis: detail.as_of }] : [] } },
        ...this.#changes(colors),
        { type: 'custom', xAxisIndex: 1, yAxisIndex: 1, clip: true, data: lanes.flatMap((lane, at) => lane.stretches.map((it) => [it.from, it.to, at, it.title, it.color, it.opacity])), encode: { x: [0, 1], y: 2 }, tooltip: { show: false }, silent: true,
          renderItem: (_, apis) => {
            const [x1, y] = apis.coord([apis.value(0), apis.value(2)]);
            const [x2] = apis.coord([apis.value(1), apis.value(2)]);
            const width = Math.max(2, x2 - x1);
            return { type: 'group', children: [
              { type: 'rect', shape: { x: x1, y: y - LANE / 2 + 2, width, height: LANE - 4, r: 3 }, style: { fill: colors(apis.value(4)), opacity: apis.value(5) } }] };
          } },
      ],
    });
    return html`
      <ss-chart height=${laneTop + Math.max(1, lanes.length) * LANE + 34} label=${`Balances of ${detail.name} from ${format.date(dates[0])} to ${format.date(detail.as_of)}: ${format.money(balances.liquid_cents[cut - 1])} in checking and savings${hasCards ? `, ${format.money(balances.owed_cents[cut - 1])} owed on cards` : ''} at the end`}
        .option=${option} .table=${{
          head: ['Day', 'In checking and savings', ...(hasCards ? ['Owed on cards'] : [])],
          rows: dates.slice(0, cut).map((date, i) => [format.date(date), format.money(balances.liquid_cents[i]), ...(hasCards ? [format.money(balances.owed_cents[i])] : [])]).reverse(),
        }}></ss-chart>
      <ul class="lane-key">${lanes.map((lane) => html`<li><b>${lane.title}</b> ${[...new Map(lane.stretches.map((it) => [it.name, it])).values()].map((it) => categoryMark(it.title, `var(${it.color})`))}</li>`)}</ul>
      ${this.#timeline()}`;
  }

  /** What was planted, and which personas were found in which rank, as stretches of days. */
  #lanes(dates) {
    const { detail, words } = this;
    const property = (name) => words.palette.property(name);
    const stretch = (name, from, to, opacity, title) => ({ name, from: from < dates[0] ? dates[0] : from, to, title, color: property(name), opacity });
    const lanes = [{ title: 'Planted', stretches: detail.planted.filter((it) => it.from <= detail.as_of)
      .map((it) => stretch(it.profile, it.from, it.to < detail.as_of ? it.to : detail.as_of, 0.85, words.profile(it.profile))) }];
    // A stretch ends with its last look; what was found then stands until the next one.
    const { looks } = detail;
    const stands = (to) => looks[looks.indexOf(to) + 1] ?? to;
    const found = (detail.persona_timeline ?? []).filter((it) => it.from <= detail.as_of).map((it) => ({ ...it, to: stands(it.to) }));
    for (const rank of [...new Set(found.map((it) => it.rank))].sort()) {
      lanes.push({ title: rank === 1 ? 'Found first' : `Found ${rank}${rank === 2 ? 'nd' : rank === 3 ? 'rd' : 'th'}`,
        stretches: found.filter((it) => it.rank === rank).map((it) => stretch(it.persona, it.from, it.to < detail.as_of ? it.to : detail.as_of, 0.35 + 0.6 * (it.lowest_confidence + it.highest_confidence) / 2, words.persona(it.persona))) });
    }
    return lanes;
  }

  /** A dashed line wherever another persona comes first. */
  #changes(colors) {
    const first = (this.detail.persona_timeline ?? []).filter((it) => it.rank === 1 && it.from <= this.detail.as_of);
    const changes = first.slice(1).filter((it, i) => it.persona !== first[i].persona);
    if (changes.length === 0) return [];
    return [{ type: 'line', data: [], silent: true, markLine: { silent: true, symbol: 'none', label: { show: false },
      data: changes.map((it) => ({ xAxis: it.from, lineStyle: { type: 'dashed', width: 1, color: colors(this.words.palette.property(it.persona)) } })) } }];
  }

  #hint(points, owed, liquid, statements, paydays, hasCards) {
    if (!points.length) return '';
    const date = new Date(points[0].axisValue).toISOString().slice(0, 10);
    const stretch = (this.detail.persona_timeline ?? []).find((it) => it.rank === 1 && it.from <= date && date <= it.to);
    return [
      format.date(date),
      `In checking and savings  ${format.money(liquid.get(date))}`,
      ...(hasCards ? [`Owed on cards  ${format.money(owed.get(date))}`] : []),
      ...paydays.filter((it) => it.date === date).map((it) => `Payday  ${format.money(-it.amount_cents)} from ${it.merchant}`),
      ...statements.filter((it) => it.closing_date === date).map((it) => `Statement  ${format.money(it.balance_cents)}, due ${format.shortDate(it.due_date)}`),
      ...this.detail.events.filter((it) => it.from <= date && date <= it.to).map((it) => `Event  ${format.words(it.name)}`),
      ...(stretch ? [`Persona  ${this.words.persona(stretch.persona)}`] : []),
    ].join('\n');
  }

  #timeline() {
    const stretches = (this.detail.persona_timeline ?? []).filter((it) => it.from <= this.detail.as_of);
    if (!this.detail.consent || stretches.length < 2) return nothing;
    const { words } = this;
    return html`<details class="more"><summary>Personas over ${format.several(this.detail.looks.length, 'look')}, in words</summary>
      <table class="grid plain"><thead><tr><th scope="col">Persona</th><th scope="col">Rank</th><th scope="col">From</th><th scope="col">To</th><th scope="col" class="numeric">Looks</th><th scope="col">Confidence</th></tr></thead>
      <tbody>${stretches.map((it) => html`<tr><td>${categoryMark(words.persona(it.persona), words.color(it.persona))}</td><td>${it.rank}</td><td>${format.date(it.from)}</td><td>${format.date(it.to)}</td>
        <td class="numeric">${it.looks}</td><td>${it.lowest_confidence === it.highest_confidence ? format.confidence(it.lowest_confidence) : `${format.confidence(it.lowest_confidence)} – ${format.confidence(it.highest_confidence)}`}</td></tr>`)}</tbody></table></details>`;
  }
}
customElements.define('ss-user-life', UserLife);
