// A table of one page of rows: sticky head, headers that sort, rows to walk with the arrow keys (also j and k) and open
// with Enter. On telephones the minor columns are left out; with the attribute `stacked` each row is a small sheet instead.
//
//   <ss-table label="Users" .columns=${columns} .rows=${rows} .key=${(row) => row.id} .href=${(row) => '…'}
//     .sort=${'-age'} @sort=${(e) => e.detail}></ss-table>
//
// A column is { name, title, cell: (row) => template, sortable, numeric, main, minor, descendingFirst, hint }: `main` is what
// identifies the row and carries its link; `minor` is left out on phones, `aside` on its sheet. `.selected` (a Set of keys) with `@select` adds
// checkboxes; `.current` is the key of the marked row; `.rowClass(row)` adds a class.
import { Part, html, nothing } from '../lib/part.js';
import { repeat } from 'lit/directives/repeat.js';
import { ifDefined } from 'lit/directives/if-defined.js';

export class Table extends Part {
  static properties = {
    columns: { attribute: false }, rows: { attribute: false }, key: { attribute: false }, href: { attribute: false },
    sort: { attribute: false }, label: {}, selected: { attribute: false }, current: { attribute: false },
    rowClass: { attribute: false }, busy: { type: Boolean },
  };

  #sorting(column) {
    if (this.sort === column.name) return 'ascending';
    return this.sort === '-' + column.name ? 'descending' : 'none';
  }

  #resort(column) {
    const now = this.#sorting(column);
    const down = now === 'none' ? column.numeric || column.descendingFirst : now === 'ascending';
    this.dispatchEvent(new CustomEvent('sort', { detail: (down ? '-' : '') + column.name }));
  }

  #walk(event) {
    const rows = [...this.querySelectorAll('tbody tr')];
    const row = event.target.closest('tr');
    const at = rows.indexOf(row);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      (rows[to]?.querySelector('a, button, input') ?? rows[to])?.focus();
    }
  }

  /** Puts the focus on the first row. */
  enter() {
    this.querySelector('tbody tr a, tbody tr button')?.focus();
  }

  #toggle(key, on) {
    const selected = new Set(this.selected);
    if (on) selected.add(key); else selected.delete(key);
    this.dispatchEvent(new CustomEvent('select', { detail: selected }));
  }

  #open(event, row) {
    if (!this.href || event.target.closest('a, button, input, label')) return;
    if (getSelection()?.toString()) return;
    this.querySelector(`tr[data-key="${CSS.escape(this.key(row))}"] a`)?.click();
  }

  render() {
    const { columns, rows, key } = this;
    return html`<div class="table-frame ${this.busy ? 'busy' : ''}" tabindex="0" role="group" aria-label=${this.label} aria-busy=${!!this.busy}>
      <table class="grid" role="table">
        <thead role="rowgroup"><tr role="row">
          ${this.selected ? html`<th class="tick"><span class="visually-hidden">Selected</span></th>` : nothing}
          ${columns.map((column) => (column.title === '' ? html`<td role="cell" class=${column.minor ? 'minor' : ''}></td>` : html`<th scope="col" role="columnheader" class="${column.numeric ? 'numeric' : ''} ${column.minor ? 'minor' : ''}"
              aria-sort=${ifDefined(column.sortable ? this.#sorting(column) : undefined)}>
            ${column.sortable
              ? html`<button class="sort" @click=${() => this.#resort(column)} title=${column.hint ?? ''}>${column.title}<i aria-hidden="true"></i></button>`
              : html`<span title=${column.hint ?? ''}>${column.title}</span>`}</th>`))}
        </tr></thead>
        <tbody role="rowgroup" @keydown=${this.#walk}>
          ${repeat(rows, key, (row) => html`<tr role="row" data-key=${key(row)} class="${this.href ? 'opens' : ''} ${this.rowClass?.(row) ?? ''} ${this.current === key(row) ? 'current' : ''}"
              @click=${(event) => this.#open(event, row)}>
            ${this.selected ? html`<td role="cell" class="tick"><input type="checkbox" aria-label="Select ${key(row)}" .checked=${this.selected.has(key(row))}
              @change=${(event) => this.#toggle(key(row), event.target.checked)}></td>` : nothing}
            ${columns.map((column) => html`<td role="cell" class="${column.numeric ? 'numeric' : ''} ${column.minor ? 'minor' : ''} ${column.main ? 'main' : ''} ${column.aside ? 'aside' : ''}">${
              column.main && this.href ? html`<a href=${this.href(row)}>${column.cell(row)}</a>` : column.cell(row)}</td>`)}
          </tr>`)}
        </tbody>
      </table>
    </div>`;
  }
}
customElements.define('ss-table', Table);
