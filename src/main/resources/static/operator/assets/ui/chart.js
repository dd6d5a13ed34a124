// A chart of ECharts that follows the theme and its own size, and is a picture with a label to a screen reader, with its
// figures in a table behind a button.
//
//   <ss-chart label="Balances of …" height="320" .option=${(colors, theme) => ({ …ECharts option… })}
//     .table=${{ head: ['Day', 'Balance'], rows: [['…', '…']] }} @pick=${(e) => e.detail}></ss-chart>
//
// `option` is a function, because colours are known only when it is drawn: colors('--ink') gives the value of a token.
// ECharts is loaded with the first chart. Tooltips are drawn as rich text (no HTML, as the content policy wants).
// `group` links the zoom of charts with the same name; 'pick' tells of clicks, 'zoom' of the visible range.
import { Part, html, nothing } from '../lib/part.js';
import { theme, calm } from '../lib/theme.js';

let loaded = null;

export class Chart extends Part {
  static properties = {
    label: {}, height: { type: Number }, option: { attribute: false }, table: { attribute: false }, group: {}, tabled: { state: true },
  };
  #chart = null;
  #size = new ResizeObserver(() => this.#chart?.resize());
  #redraw = () => this.#draw();

  connectedCallback() {
    super.connectedCallback();
    theme.addEventListener('change', this.#redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    theme.removeEventListener('change', this.#redraw);
    this.#size.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  updated(changed) {
    const box = this.querySelector('.chart-box');
    if (changed.has('height')) box.style.height = (this.height || 300) + 'px';
    if (changed.has('option')) this.#draw();
    else if (changed.has('tabled')) this.#chart?.resize();
  }

  async #draw() {
    if (!this.option) return;
    const echarts = await (loaded ??= import('echarts'));
    const box = this.querySelector('.chart-box');
    if (!this.isConnected || !box) return;
    const first = !this.#chart;
    if (first) {
      this.#chart = echarts.init(box, null, { renderer: 'canvas' });
      this.#size.observe(box);
      this.#chart.on('click', (params) => this.dispatchEvent(new CustomEvent('pick', { detail: params })));
      this.#chart.on('datazoom', () => this.dispatchEvent(new CustomEvent('zoom')));
      if (this.group) {
        this.#chart.group = this.group;
        echarts.connect(this.group);
      }
    }
    const zoom = first ? null : this.#chart.getOption()?.dataZoom?.map(({ start, end }) => ({ start, end }));
    const colors = (name) => theme.color(name);
    const option = this.option(colors, theme);
    this.#chart.setOption({
      animation: !calm() && first,
      animationDuration: 350,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colors('--ink-2') },
      ...option,
      tooltip: option.tooltip && {
        renderMode: 'richText', confine: true, backgroundColor: colors('--raised'), borderColor: colors('--line-strong'), borderWidth: 1,
        padding: [8, 10], textStyle: { color: colors('--ink'), fontSize: 12, lineHeight: 18 }, ...option.tooltip,
      },
    }, { notMerge: true });
    if (zoom?.length) this.#chart.setOption({ dataZoom: zoom });
    this.toggleAttribute('drawn', true);
  }

  render() {
    return html`<figure class="chart">
      <div class="chart-box" role="img" aria-label=${this.label} ?hidden=${this.tabled}></div>
      ${this.tabled ? html`<div class="table-frame short" tabindex="0" role="group" aria-label="Figures: ${this.label}"><table class="grid">
        <thead><tr>${this.table.head.map((it) => html`<th scope="col">${it}</th>`)}</tr></thead>
        <tbody>${this.table.rows.map((row) => html`<tr>${row.map((it) => html`<td>${it}</td>`)}</tr>`)}</tbody></table></div>` : nothing}
      ${this.table ? html`<button class="link small" aria-pressed=${!!this.tabled} @click=${() => (this.tabled = !this.tabled)}>${
        this.tabled ? 'Show the chart' : 'Show the figures as a table'}</button>` : nothing}
    </figure>`;
  }
}
customElements.define('ss-chart', Chart);
