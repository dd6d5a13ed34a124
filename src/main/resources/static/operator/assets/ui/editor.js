// A text editor for rules and YAML, in a shadow root of its own because it brings its own styles:
//
//   <ss-editor label="Rules in …" .language=${'drl'} .text=${text} .faults=${[{ line, column, message, remedy, severity }]}
//     @edit=${(e) => e.detail}></ss-editor>
//
// A new `text` from outside replaces what is there; 'edit' tells of what is typed. Tab leaves the editor, as everywhere.
import { LitElement, html, css } from 'lit';
import { EditorState, Compartment } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, highlightActiveLine, highlightActiveLineGutter, drawSelection } from '@codemirror/view';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { syntaxHighlighting, bracketMatching, indentOnInput } from '@codemirror/language';
import { lintGutter, setDiagnostics, lintKeymap } from '@codemirror/lint';
import { search, searchKeymap, highlightSelectionMatches } from '@codemirror/search';
import { drl, yaml, colours } from './languages.js';

const LANGUAGES = { drl, yaml };

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', color: 'var(--ink)', backgroundColor: 'var(--surface)' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--ink-3)', border: '0', borderRight: '1px solid var(--line)' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in oklab, var(--accent) 6%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--hover)', color: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'color-mix(in oklab, var(--accent) 28%, transparent)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--accent-wash)', outline: '1px solid var(--accent)' },
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink)' },
  '.cm-panel input, .cm-panel button': { font: 'inherit', color: 'var(--ink)', background: 'var(--surface)', border: '1px solid var(--control-line)', borderRadius: '4px' },
  '.cm-tooltip': { backgroundColor: 'var(--raised)', color: 'var(--ink)', border: '1px solid var(--line-strong)', borderRadius: '6px', boxShadow: 'var(--shadow-high)', maxWidth: '520px' },
  '.cm-diagnostic': { fontFamily: 'var(--font)', padding: '6px 10px', whiteSpace: 'pre-wrap' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--bad)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--warn)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--bad) 1px', textUnderlineOffset: '3px' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--warn) 1px', textUnderlineOffset: '3px' },
  '.cm-line.cm-at-fault': { backgroundColor: 'var(--bad-wash)' },
  '.cm-line.cm-at-warning': { backgroundColor: 'var(--warn-wash)' },
});

export class Editor extends LitElement {
  static properties = { text: { attribute: false }, language: {}, label: {}, faults: { attribute: false }, fixed: { type: Boolean } };
  static styles = css`:host { display: block; min-height: 0; } .box { height: 100%; }`;
  #view = null;
  #told = null;
  #tongue = new Compartment();
  #writing = new Compartment();

  render() {
    return html`<div class="box"></div>`;
  }

  firstUpdated() {
    this.#view = new EditorView({
      root: this.renderRoot,
      parent: this.renderRoot.querySelector('.box'),
      state: this.#state(this.text ?? ''),
    });
  }

  #state(text) {
    return EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), highlightActiveLineGutter(), history(), drawSelection(), indentOnInput(), bracketMatching(), highlightActiveLine(),
        highlightSelectionMatches(), search({ top: true }), lintGutter(), syntaxHighlighting(colours), look,
        keymap.of([...searchKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap]),
        this.#tongue.of(LANGUAGES[this.language] ?? yaml),
        this.#writing.of([EditorState.readOnly.of(!!this.fixed)]),
        EditorView.contentAttributes.of({ 'aria-label': this.label ?? 'Text', tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          const now = update.state.doc.toString();
          if (now === this.#told) return;
          this.#told = now;
          if (now !== this.text) this.dispatchEvent(new CustomEvent('edit', { detail: now }));
        }),
      ],
    });
  }

  updated(changed) {
    const view = this.#view;
    if (!view) return;
    if ((changed.has('text') || changed.has('language') || changed.has('label')) && this.text !== undefined
        && (this.text !== view.state.doc.toString() || (changed.has('label') && changed.get('label') !== undefined))) {
      this.#told = this.text;
      view.setState(this.#state(this.text));
    }
    if (changed.has('fixed')) view.dispatch({ effects: this.#writing.reconfigure([EditorState.readOnly.of(!!this.fixed)]) });
    if (changed.has('faults') || changed.has('text')) this.#mark();
  }

  #mark() {
    const { doc } = this.#view.state;
    const marks = (this.faults ?? []).map((it) => {
      const line = doc.line(Math.max(1, Math.min(doc.lines, it.line || 1)));
      const indent = line.text.length - line.text.trimStart().length;
      const from = it.column > 0 ? Math.min(line.to, line.from + it.column - 1) : line.from + indent;
      return { from, to: Math.max(line.to, from), severity: it.severity === 'warning' ? 'warning' : 'error', message: it.remedy ? `${it.message}\n→ ${it.remedy}` : it.message };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, marks));
  }

  /** Puts the cursor on a line and brings it into sight. */
  goTo(line) {
    const { doc } = this.#view.state;
    const { from } = doc.line(Math.max(1, Math.min(doc.lines, line)));
    this.#view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    this.#view.focus();
  }
}
customElements.define('ss-editor', Editor);
